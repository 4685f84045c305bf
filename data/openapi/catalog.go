package openapi

// Catalog is /.well-known/api-catalog (RFC 9727) as a link set (RFC 9264): the API, its description and its page.
func Catalog(site string) map[string]any {
	link := func(path, media string) []any { return []any{object{"href": site + path, "type": media}} }
	return object{"linkset": []any{
		object{"anchor": site + "/.well-known/api-catalog", "item": []any{object{"href": site + "/v1/", "title": "Readout"}}},
		object{"anchor": site + "/v1/", "service-desc": link("/v1/openapi.json", mediaOpenAPI), "service-doc": link("/api", "text/html"),
			"status": link("/v1/health", mediaJSON), "service-meta": link("/v1/version", mediaJSON), "describedby": link("/v1/schema.json", mediaSchema)},
	}}
}
