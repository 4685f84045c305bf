package replace

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"readout/data/dataset/folder"
)

// What is left of a folder when its removal is interrupted is still known as ours.
func TestTheManifestGoesLast(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{folder.ManifestName: "{}", "v1/dataset.json": "{}"} {
		if err := errors.Join(os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755), os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(filepath.Join(dir, "v1"), 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(filepath.Join(dir, "v1"), 0o755) })
	if err := discard(dir); err == nil {
		t.Skip("files below a folder that is read-only can be removed here (root): an interruption cannot be made")
	}
	if _, err := os.Stat(filepath.Join(dir, folder.ManifestName)); err != nil {
		t.Error("the manifest is gone and other files are not")
	}
}
