// Package when reads dates: EDTF values, and the expressions of news English ("Thursday", "on the 18th",
// "the day before", "last weekend", "after eight months") resolved against a publication date.
package when
