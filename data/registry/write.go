package registry

import (
	"strings"

	"readout/data/yaml"
	"readout/wasm/know"
)

// Entry is a person as people.yaml has it, to paste there: name, country, forms and roles without their dates.
func Entry(p know.Person) string {
	var b strings.Builder
	b.WriteString("- id: " + p.ID + "\n  name: " + yaml.Write(p.Name) + "\n")
	if p.Country != "" {
		b.WriteString("  country: " + p.Country + "\n")
	}
	if len(p.Forms) > 0 {
		b.WriteString("  forms:\n")
	}
	for _, f := range p.Forms {
		b.WriteString("    - " + yaml.Write(f.Text) + "\n")
	}
	if len(p.Roles) > 0 {
		b.WriteString("  roles:\n")
	}
	for _, r := range p.Roles {
		b.WriteString("    - title: " + yaml.Write(r.Title) + "\n      level: " + r.Level + "\n")
	}
	return b.String()
}
