// Package web is what a reader sees: the pages that the compiler writes, which are complete without scripts, and the widget
// that a newspaper puts into an article (src/, bundled by Assets).
//
// A page is made only from a document of package dataset. Its comparison is inside <readout-compare>; if scripts run, they
// add controls to it. Pages have no style attributes and no inline scripts, so they work under a content security policy
// without 'unsafe-inline'. A width that depends on data is an SVG or table attribute.
//
// Whose words: those of an article stand letter for letter in serif (Korean in a larger size of the one face it has), with the outlet and the place beneath. We put no quotation marks
// around them: the marks that a reader sees are the source's, where somebody is quoted. A speaker who is named over an article's words is
// said to be reported by it. Only where there is no type, in a copied citation, do marks of ours hold an article's words, and
// the next line names the outlet; in our sentences they hold words and headlines as such ("“comfort women” (4)").
package web

import (
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"readout/data/dataset"
	"readout/data/dataset/folder"
)

//go:embed src lang
var source embed.FS

//go:embed examples
var examples embed.FS

// File is a static file of the site.
type File struct {
	Path string // URL path: "/widget.js", "/examples/article"
	Type string // media type with charset
	Data []byte
}

// scripts are the entry points below src, served under their own names, each bundled and minified. One that another loads
// when it is needed stands before it, since that other names it by its hashed address, which never changes and so may be kept.
var scripts = []string{"more.js", "foreign.js", "whole.js", "compare.js", "widget.js", "embed.js", "snippet.js", "start.js", "api.js", "own/own.js", "own/alone.js"}

// comparison are the styles of a comparison: of our pages, and inside the shadow tree of the widget.
var comparison = []string{"tokens.css", "compare.css", "full.css", "series.css"}

// Assets are the widget and its parts, the stylesheet, the words of the interface in other languages, the icon and the example pages,
// in order of path. The same sources give the same bytes.
func Assets() ([]File, error) {
	var files []File
	twins := map[string]string{}
	for _, name := range scripts {
		data, err := bundle(name, twins)
		if err != nil {
			return nil, err
		}
		twins["./"+name] = folder.Twin("/"+name, sha(data))
		files = append(files, File{"/" + name, "text/javascript; charset=utf-8", data})
	}
	css, err := style(slices.Concat([]string{"plain.css"}, comparison, []string{"page.css"})...)
	if err != nil {
		return nil, err
	}
	files = append(files, File{"/readout.css", "text/css; charset=utf-8", css})
	if css, err = style("own/own.css"); err != nil {
		return nil, err
	}
	files = append(files, File{"/own/own.css", "text/css; charset=utf-8", css})
	if css, err = style("api.css"); err != nil {
		return nil, err
	}
	files = append(files, File{"/api.css", "text/css; charset=utf-8", css})
	icon, err := source.ReadFile("src/favicon.svg")
	if err != nil {
		return nil, err
	}
	files = append(files, File{"/favicon.svg", "image/svg+xml", icon})
	if icon, err = ico(); err != nil {
		return nil, err
	}
	files = append(files, File{"/favicon.ico", "image/vnd.microsoft.icon", icon})
	for _, lang := range Languages[1:] {
		data, err := source.ReadFile("lang/" + lang + ".json")
		if err != nil {
			return nil, err
		}
		files = append(files, File{"/lang/" + lang + ".json", "application/json; charset=utf-8", data})
	}
	err = fs.WalkDir(examples, "examples", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := examples.ReadFile(name)
		if err != nil {
			return err
		}
		f := File{Path: "/" + name, Data: data}
		switch path.Ext(name) {
		case ".html":
			f.Path, f.Type = "/"+strings.TrimSuffix(name, ".html"), "text/html; charset=utf-8"
		case ".css":
			f.Type = "text/css; charset=utf-8"
		case ".json":
			f.Type = "application/json; charset=utf-8"
			var doc dataset.MeetingDocument
			if err := json.Unmarshal(data, &doc); err != nil {
				return fmt.Errorf("web: %s: %w", name, err)
			}
			p := File{Path: "/" + strings.TrimSuffix(name, ".json") + "-page", Type: "text/html; charset=utf-8"}
			if p.Data, err = sample(doc, p.Path, f.Path); err != nil {
				return err
			}
			files = append(files, p)
		default:
			return fmt.Errorf("web: %s: no media type known for it", name)
		}
		files = append(files, f)
		return nil
	})
	return files, err
}

// style joins stylesheets of src and minifies them.
func style(names ...string) ([]byte, error) {
	var all strings.Builder
	for _, name := range names {
		data, err := source.ReadFile("src/" + name)
		if err != nil {
			return nil, err
		}
		all.Write(data)
	}
	r := api.Transform(all.String(), api.TransformOptions{Loader: api.LoaderCSS, MinifyWhitespace: true, MinifySyntax: true, Sourcefile: strings.Join(names, "+")})
	// esbuild leaves the white space in custom properties alone; no string of ours has a comma or colon before a space.
	return []byte(strings.NewReplacer(", ", ",", ": ", ":").Replace(string(r.Code))), failed(r.Errors)
}

// bundle makes one script of an entry point of src. Imports are resolved in the embedded files, so that it works from any folder;
// an imported stylesheet is minified and becomes a string. What is imported when it is needed stays outside: "./x.js" becomes
// its hashed address, which twins has, and "/x.js" stays as it is.
func bundle(entry string, twins map[string]string) ([]byte, error) {
	embedded := api.Plugin{Name: "embedded", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: `.`}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			if a.Kind == api.ResolveJSDynamicImport {
				twin, found := twins[a.Path]
				if !found && !strings.HasPrefix(a.Path, "/") {
					return api.OnResolveResult{}, fmt.Errorf("%s must stand before %s in scripts", a.Path, entry)
				}
				return api.OnResolveResult{Path: cmp.Or(twin, a.Path), External: true}, nil
			}
			return api.OnResolveResult{Path: path.Join(path.Dir(a.Importer), a.Path), Namespace: "embedded"}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: `.`}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			loader := map[string]api.Loader{".js": api.LoaderJS, ".json": api.LoaderJSON, ".css": api.LoaderText}[path.Ext(a.Path)]
			var data []byte
			var err error
			if loader == api.LoaderText {
				data, err = style(comparison...)
			} else {
				data, err = source.ReadFile(a.Path)
			}
			text := string(data)
			return api.OnLoadResult{Contents: &text, Loader: loader}, err
		})
	}}
	r := api.Build(api.BuildOptions{
		EntryPoints: []string{"src/" + entry}, Plugins: []api.Plugin{embedded}, Bundle: true, Format: api.FormatESModule,
		Define:           map[string]string{"LANGUAGES": `["` + strings.Join(Languages, `","`) + `"]`},
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true, Charset: api.CharsetUTF8, Target: api.ES2022, LegalComments: api.LegalCommentsNone,
	})
	if err := failed(r.Errors); err != nil {
		return nil, err
	}
	return r.OutputFiles[0].Contents, nil
}

// sha is the SHA-256 of data in lower-case hex.
func sha(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func failed(errs []api.Message) error {
	if len(errs) == 0 {
		return nil
	}
	if l := errs[0].Location; l != nil {
		return fmt.Errorf("web: %s:%d: %s", l.File, l.Line, errs[0].Text)
	}
	return fmt.Errorf("web: %s", errs[0].Text)
}
