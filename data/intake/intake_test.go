package intake

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/net/html/charset"

	"readout/data/seed"
)

const fjord = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ministers of Norway and Finland meet on cod | The Fjord Times</title>
<meta property="og:site_name" content="Fjord"><link rel="canonical" href="https://fjordtimes.example/news/cod-talks">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":["Thing","NewsArticle"],
"headline":"Ministers of Norway and Finland meet on cod","datePublished":"2019-05-10T00:10:00+02:00","author":[{"@type":"Person","name":"Kari Nord"},{"name":"Ola Vik"}],
"publisher":{"@type":"Organization","name":"The Fjord Times"},"inLanguage":"en-GB","translationOfWork":{"inLanguage":"no"}}]}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li>Subscribe now to read everything</li></ul></nav>
<article><h1>Ministers of Norway and Finland meet on cod</h1>
<p>HELSINKI - Finnish Foreign Minister Eero Salo met Norwegian Foreign Minister Anna Berg in Helsinki on Thursday to settle how much cod may be fished in the north.</p>
<p>The two sides agreed to cut the cod quota by 30 percent, according to a statement that both ministries released after three hours of talks.</p>
<p>"We are content with the quota," Berg told reporters, adding that the ministers would meet again in Oslo in the autumn.</p></article>
<aside><h2>Most read</h2><ul><li>Ten best saunas in Helsinki</li></ul></aside><footer>Cookie settings</footer></body></html>`

// bare is a page that says nothing of itself for machines.
func bare(title, body string) string {
	return "<html><head><title>" + title + "</title></head><body><article><p>" + strings.ReplaceAll(body, "\n", "</p><p>") + "</p></article></body></html>"
}

const korean = "김정한 외교부 아시아태평양국장은 29일 서울에서 다키자키 시게키 일본 외무성 아시아대양주국장과 만나 협의를 가졌다.\n양측은 강제징용 문제에 대해 기존 입장을 확인했으며 앞으로도 소통을 계속해 나가기로 했다."
const japanese = "滝崎成樹アジア大洋州局長は29日、ソウルで韓国外務省の金丁漢アジア太平洋局長と会談した。\n双方は元徴用工問題について従来の立場を確認し、意思疎通を続けていくことで一致した。"

func write(t testing.TB, name string, data []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// read reads what must hold one article.
func read(t *testing.T, name string, data []byte) Item {
	t.Helper()
	var r Reader
	items, problems := r.Read(write(t, name, data))
	if len(items) != 1 || len(problems) != 0 {
		t.Fatalf("%s: %d articles, problems %v", name, len(items), problems)
	}
	return items[0]
}

func TestPageThatTellsOfItself(t *testing.T) {
	it := read(t, "talks.html", []byte(fjord))
	want := "Ministers of Norway and Finland meet on cod\n\nHELSINKI - Finnish Foreign Minister Eero Salo met"
	if !strings.HasPrefix(it.Text, want) || !strings.HasSuffix(it.Text, "in the autumn.\n") || strings.Contains(it.Text, "Subscribe") || strings.Contains(it.Text, "saunas") {
		t.Errorf("text:\n%s", it.Text)
	}
	m := it.Meta
	got := []string{m.Outlet, m.Published, m.Headline, m.Author, m.Language, m.TranslatedFrom, m.URL, strings.Join(it.Guessed, " ")}
	if s := strings.Join(got, "|"); s != "The Fjord Times|2019-05-10|Ministers of Norway and Finland meet on cod|Kari Nord, Ola Vik|en-GB|no|https://fjordtimes.example/news/cod-talks|" {
		t.Error(s)
	}
	if it.Dropped < 50 {
		t.Errorf("%d letters dropped; the menu and the list alone have more", it.Dropped)
	}
}

func TestPageThatTellsNothing(t *testing.T) {
	page := strings.NewReplacer("</head>", `</head><!-- saved from url=(0050)https://www.fjordtimes.example/2019/05/10/cod -->`).Replace(
		bare("Ministers meet on cod - The Fjord Times", "Finnish Foreign Minister Eero Salo met Norwegian Foreign Minister Anna Berg in Helsinki on Thursday, and they spoke of cod.\nThe two sides agreed to cut the quota by 30 percent, according to both ministries."))
	it := read(t, "x.html", []byte(page))
	if m := it.Meta; m.Outlet != "The Fjord Times" || m.Published != "2019-05-10?" || m.URL != "https://www.fjordtimes.example/2019/05/10/cod" || m.Headline != "Ministers meet on cod" {
		t.Errorf("%+v", m)
	}
	if s := strings.Join(it.Guessed, " "); s != "headline language outlet published" {
		t.Error("guessed:", s)
	}
}

// The text for machines is taken where the page shows less of it.
func TestArticleBody(t *testing.T) {
	page := `<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Cod","articleBody":"` + strings.Repeat("The ministers spoke of cod for hours. ", 20) + `\n\nThen they went home."}</script></head><body><p>Subscribe to read more of this and all else.</p></body></html>`
	if it := read(t, "x.html", []byte(page)); !strings.HasSuffix(it.Text, "\n\nThen they went home.\n") {
		t.Error(it.Text)
	}
}

func encode(t *testing.T, label, s string) []byte {
	t.Helper()
	e, _ := charset.Lookup(label)
	out, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

func TestEncodings(t *testing.T) {
	declared := func(label, body string) []byte {
		return encode(t, label, strings.Replace(bare("제목", body), "<head>", `<head><meta http-equiv="Content-Type" content="text/html; charset=`+label+`">`, 1))
	}
	for _, c := range []struct {
		name, file string
		data       []byte
		want, lang string
	}{
		{"EUC-KR page", "a.html", declared("euc-kr", korean), "양측은 강제징용 문제에", "ko"},
		{"Shift_JIS page", "a.html", encode(t, "shift_jis", strings.Replace(bare("局長協議", japanese), "<head>", `<head><meta charset="Shift_JIS">`, 1)), "双方は元徴用工問題について", "ja"},
		{"UTF-16 page", "a.html", append([]byte("\xff\xfe"), encode(t, "utf-16le", bare("제목", korean))...), "양측은", "ko"},
		{"UTF-16 text", "a.txt", append([]byte("\xfe\xff"), encode(t, "utf-16be", japanese)...), "双方は元徴用工問題", "ja"},
		{"UTF-8 text", "a.txt", []byte(korean), "양측은", "ko"},
		{"page without a word on it", "a.html", []byte(bare("局長協議", japanese)), "双方は", "ja"},
	} {
		t.Run(c.name, func(t *testing.T) {
			it := read(t, c.file, c.data)
			if !strings.Contains(it.Text, c.want) || it.Meta.Language != c.lang || strings.Contains(it.Text, "\ufffd") {
				t.Errorf("language %q, text:\n%s", it.Meta.Language, it.Text)
			}
		})
	}
	r := Reader{Charset: "EUC-KR"}
	items, problems := r.Read(write(t, "a.txt", encode(t, "euc-kr", korean)))
	if len(items) != 1 || !strings.HasPrefix(items[0].Text, "김정한") || items[0].Verbal {
		t.Error(items, problems)
	}
}

func TestMarkdown(t *testing.T) {
	doc := "---\ntitle: \"Talks: a start\"\ndate: 2019-05-10 08:00:00 +0200\nauthors: [Kari Nord, Ola Vik]\nsource: The Fjord Times\nlink: https://fjord.example/1\nlang: en\ntags: [a]\n---\n" +
		"# Talks: a start\n\nThe *ministers* met in [Helsinki](https://x.example)\non **Thursday**.\n\n![A ship](x.png)\n\n> \"We are content,\" Berg said.\n\n- one\n- two\n\n<div>inline</div>\n"
	it := read(t, "a.md", []byte(doc))
	if want := "Talks: a start\n\nThe ministers met in Helsinki on Thursday.\n\n\"We are content,\" Berg said.\n\none\n\ntwo\n"; it.Text != want {
		t.Errorf("got:\n%s\nwant:\n%s", it.Text, want)
	}
	if m := it.Meta; m.Outlet != "The Fjord Times" || m.Published != "2019-05-10" || m.Author != "Kari Nord, Ola Vik" || m.URL != "https://fjord.example/1" || len(it.Guessed) != 0 {
		t.Errorf("%+v guessed %v", m, it.Guessed)
	}
}

func TestNinjs(t *testing.T) {
	three := `{"uri":"https://fjord.example/1","type":"text","language":"en","representationType":"complete","firstCreated":"2019-05-10T08:00:00+02:00","versionCreated":"2019-05-11T08:00:00+02:00",
"headlines":[{"role":"short","value":"Cod"},{"role":"main","value":"Ministers &amp; cod"}],"infoSources":[{"name":"The Fjord Times"}],"by":"Kari Nord",
"bodies":[{"contentType":"text/plain","value":"Not this one, it has no paragraphs."},{"contentType":"text/html","value":"<h1>Ministers &amp; cod</h1><p>They met.</p><figure><figcaption>Cod</figcaption></figure><p>They spoke.</p>"}]}`
	two := `{"versioncreated":"2019-05-10T08:00:00+02:00","language":"en","headlines":[{"value":"Ministers & cod"}],"copyrightholder":"The Fjord Times","by":"Kari Nord","bodies":[{"contenttype":"text/plain","value":"They met.\nThey spoke."}]}`
	for _, c := range []string{three, two} {
		it := read(t, "a.json", []byte(c))
		if m := it.Meta; it.Text != "Ministers & cod\n\nThey met.\n\nThey spoke.\n" || m.Headline != "Ministers & cod" || m.Outlet != "The Fjord Times" || m.Published != "2019-05-10" || m.Author != "Kari Nord" {
			t.Errorf("%+v\n%s", m, it.Text)
		}
	}
}

// zipped makes an archive; a name that begins with @ is a link to its content.
func zipped(t *testing.T, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		h := &zip.FileHeader{Name: strings.TrimPrefix(files[i], "@"), Method: zip.Deflate}
		if h.Name != files[i] {
			h.SetMode(fs.ModeSymlink | 0o777)
		}
		w, err := z.CreateHeader(h)
		if err == nil {
			_, err = w.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// crawl makes a WARC; each record is an address, the head of the HTTP answer, and its body.
func crawl(records ...[3]string) []byte {
	var b bytes.Buffer
	b.WriteString("WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\na: b\r\n\r\n")
	for _, r := range records {
		block := r[1] + "\r\n\r\n" + r[2]
		fmt.Fprintf(&b, "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2019-05-20T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", r[0], len(block), block)
	}
	return b.Bytes()
}

func packed(data []byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write(data)
	_ = z.Close()
	return b.Bytes()
}

const okHTML = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8"

func TestArchives(t *testing.T) {
	euckr := string(encode(t, "euc-kr", bare("국장급 협의", korean)))
	warc := crawl(
		[3]string{"https://fjord.example/news/cod-talks.html", okHTML, fjord},
		[3]string{"https://fjord.example/logo.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png", "\x89PNG"},
		[3]string{"https://fjord.example/gone", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html", fjord},
		[3]string{"https://hankook.example/a?id=7", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=euc-kr\r\nContent-Encoding: gzip", string(packed([]byte(euckr)))},
		[3]string{"https://fjord.example/news/cod-talks.html", okHTML, fjord},
	)
	perRecord := append(packed(warc[:len(warc)/2]), packed(warc[len(warc)/2:])...) // gzip members follow each other
	for name, data := range map[string][]byte{
		"a.warc": warc, "a.warc.gz": perRecord, "a.zip": zipped(t, "x/day.warc", string(warc), "__MACOSX/._a.html", "x", "readme", "x"),
	} {
		var r Reader
		items, problems := r.Read(write(t, name, data))
		if len(items) != 2 || len(problems) != 0 {
			t.Fatalf("%s: %d articles, %v", name, len(items), problems)
		}
		if items[0].Name != "fjord.example-cod-talks" || items[0].Meta.Published != "2019-05-10" || items[1].Name != "hankook.example-a-7" ||
			!strings.Contains(items[1].Text, "강제징용") || items[1].Meta.Language != "ko" || items[1].Meta.Outlet != "hankook.example" {
			t.Errorf("%s: %+v", name, items)
		}
		if !strings.HasSuffix(items[1].From, ": https://hankook.example/a?id=7") {
			t.Error(items[1].From)
		}
	}
	var r Reader
	items, problems := r.Read(write(t, "b.zip", zipped(t, "a.md", "# A\n\nThey met in Oslo.", "b/ä.txt", "They met.", "c.png", "x")))
	if len(items) != 2 || len(problems) != 0 || items[1].Name != "ä" || !items[1].Verbal {
		t.Errorf("%+v %v", items, problems)
	}
}

// What is refused is refused as a whole, with what and why, and within its bound.
func TestRefused(t *testing.T) {
	deep := strings.Repeat("<div>", 600) + "The ministers met in Helsinki and spoke of cod for hours." + strings.Repeat("</div>", 600)
	var bomb []string
	for i := range MaxUnpacked/MaxPage + 2 {
		bomb = append(bomb, fmt.Sprintf("%d.txt", i), "")
		bomb[len(bomb)-1] = strings.Repeat("a", MaxPage)
	}
	half := crawl([3]string{"https://a.example/1", okHTML, fjord})
	for _, c := range []struct {
		name, file string
		data       []byte
		want       string
	}{
		{"50 MB of HTML", "a.html", bytes.Repeat([]byte("<p>Some words.</p>"), 50<<20/18), "larger than 16 MiB"},
		{"elements", "a.html", bytes.Repeat([]byte("<b><i><p>"), 400_000), "more than 50000 elements"},
		{"words", "a.html", bytes.Repeat([]byte("Some words, "), 400_000), "more than 4 MiB of text"},
		{"nesting", "a.html", []byte(deep), "exceeds 512 nodes"},
		{"no article", "a.html", []byte("<nav>Home</nav>"), "has no main text"},
		{"wrong label", "a.html", []byte(`<meta charset="utf-8">` + string(encode(t, "euc-kr", bare("a", korean)))), "not in the encoding utf-8 that it declares"},
		{"EUC-KR text", "a.txt", encode(t, "euc-kr", korean), "-charset EUC-KR"},
		{"binary", "a.txt", []byte("abc\x00def"), "is binary"},
		{"page as text", "a.txt", []byte(fjord), "rename it to .html"},
		{"empty", "a.txt", []byte(" \n"), "is empty"},
		{"long text", "a.txt", bytes.Repeat([]byte("Some words.\n"), 100_000), "more than the 1048576"},
		{"other ending", "a.pdf", []byte("x"), "an ending that is not read"},
		{"TOML", "a.md", []byte("+++\ntitle = 'a'\n+++\ntext"), "in TOML"},
		{"front matter without end", "a.md", []byte("---\ntitle: a\n\ntext"), "does not end within 64 kB"},
		{"front matter of 1 MB", "a.md", []byte("---\n" + strings.Repeat("a: b\n", 200_000) + "---\ntext"), "64 kB"},
		{"deep front matter", "a.md", []byte("---\n" + strings.Repeat("[", 60_000) + "\n---\ntext"), "more than 200 brackets"},
		{"deep quotations", "a.md", []byte("# T\n\n" + strings.Repeat("> ", 50_000) + "text"), "more than 100 quotation or list marks"},
		{"deep lists", "a.md", []byte("# T\n\n" + strings.Repeat("- ", 50_000) + "text"), "more than 100 quotation or list marks"},
		{"deep JSON", "a.json", []byte(`{"bodies":` + strings.Repeat("[", 200_000)), "exceeded max depth"},
		{"list", "a.json", []byte(`[{}]`), "is a list of items"},
		{"withdrawn", "a.json", []byte(`{"pubStatus":"canceled","bodies":[{"value":"x"}]}`), "canceled"},
		{"other JSON", "a.json", []byte(`{"a":1}`), "has no body"},
		{"no ZIP", "a.zip", []byte("PK\x03\x04 no"), "no ZIP archive"},
		{"path traversal", "a.zip", zipped(t, "ok.txt", "Fine.", "../../etc/cron.txt", "Bad."), `"../../etc/cron.txt" leaves`},
		{"absolute path", "a.zip", zipped(t, "/etc/cron.txt", "Bad."), "leaves the archive's folder"},
		{"backslashes", "a.zip", zipped(t, `..\..\cron.txt`, "Bad."), "leaves the archive's folder"},
		{"link", "a.zip", zipped(t, "@a.txt", "/etc/passwd"), "no ordinary file"},
		{"a document in an archive that is not read", "a.zip", zipped(t, "day/a.PDF", "%PDF", "style.css", "p{}"), "day/a.PDF: has an ending that is not read"},
		{"archive in archive", "a.zip", zipped(t, "b.zip", "PK"), "archive in an archive"},
		{"zip bomb", "a.zip", zipped(t, bomb...), "unpacks to more than 512 MiB"},
		{"gzip bomb", "a.warc.gz", packed(crawl([3]string{"https://a.example/1", okHTML + "\r\nContent-Encoding: gzip", string(packed(make([]byte, MaxPage+1)))})), "larger than 16 MiB"},
		{"no WARC", "a.warc", []byte("hello\nthere\n"), "no WARC"},
		{"half a WARC", "a.warc", half[:len(half)-200], "ends in the middle of record 2"},
		{"WARC without lengths", "a.warc", []byte("WARC/1.0\r\nWARC-Type: response\r\n\r\nx"), "no Content-Length"},
		{"head of a record", "a.warc", []byte("WARC/1.0\r\n" + strings.Repeat("A: b\r\n", 20_000)), "more than 64 kB of fields"},
		{"empty WARC", "a.warc", nil, "no article in it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var r Reader
			items, problems := r.Read(write(t, c.file, c.data))
			var said []string
			for _, p := range problems {
				said = append(said, p.String())
				if p.Fix == "" || !strings.Contains(p.File, c.file) {
					t.Errorf("no remedy or file in %q", p)
				}
			}
			if all := strings.Join(said, "\n"); len(items) > 0 || !strings.Contains(all, c.want) {
				t.Errorf("%d articles; said %.400q, want %q", len(items), all, c.want)
			}
		})
	}
}

// Entities of a page's own are not expanded, and aliases of YAML neither.
func TestNothingIsExpanded(t *testing.T) {
	page := `<!DOCTYPE html [<!ENTITY a "` + strings.Repeat("lol", 1000) + `"><!ENTITY b "&a;&a;&a;&a;">]>` + bare("Talks", "The ministers met in Helsinki &b;&b;&b; and spoke of cod for three hours, they said.")
	if it := read(t, "a.html", []byte(page)); len(it.Text) > 500+3*1000 || strings.Count(it.Text, "lol") > 1000 {
		t.Errorf("%d bytes", len(it.Text))
	}
	doc := "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nauthors: [*b,*b,*b]\n---\n# T\n\nThey met.\n"
	if it := read(t, "a.md", []byte(doc)); it.Meta.Author != "" {
		t.Error(it.Meta.Author)
	}
}

func TestNoFile(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "p.txt")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("no named pipes here: ", err)
	}
	for file, want := range map[string]string{dir: "is a folder", filepath.Join(dir, "none.txt"): "is not there", pipe: "no ordinary file"} {
		var r Reader
		if _, p := r.Read(file); len(p) != 1 || !strings.Contains(p[0].String(), want) {
			t.Errorf("%s: %v", file, p)
		}
	}
}

// Whatever is added can be compiled: Load has nothing to complain of, and gives back what was found.
func put(t testing.TB, f *Folder, it Item) string {
	t.Helper()
	name, err := f.Put(&it)
	if err != nil {
		t.Fatal(err)
	}
	return name
}

func TestPut(t *testing.T) {
	dir := t.TempDir()
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	it := read(t, "talks.html", []byte(fjord))
	it.Meta.Headline = `He said: "no" #1 & <b> 'x'` + "\\"
	it.Guessed = []string{"headline"}
	if name := put(t, f, it); name != "talks.txt" {
		t.Error(name)
	}
	seeds, problems := seed.Load(dir)
	if len(problems) > 0 || len(seeds) != 1 {
		t.Fatal(problems)
	}
	m := seeds[0].Meta
	if m.Headline != it.Meta.Headline || m.Outlet != it.Meta.Outlet || m.TakenFrom != "talks.html" || m.TakenSHA256 != it.SHA256 || seeds[0].Text != it.Text {
		t.Errorf("%+v", m)
	}
	if g := seed.Guesses(dir, seeds); len(g) != 1 || !strings.Contains(g[0].String(), "talks.yaml:5: warning: headline: ") {
		t.Error(g)
	}

	f, _ = Open(dir) // a later run knows it, also where only the text is the same
	other := it
	other.SHA256 = strings.Repeat("0", 64)
	if f.Known(&it) != "talks.txt" || f.Known(&other) != "talks.txt" {
		t.Error("not known again")
	}
	other.Meta.Outlet = "Another"
	if k := f.Known(&other); k != "" {
		t.Error("the same text of another outlet is taken for", k)
	}

	// Nothing is overwritten: neither a text, nor a link that leads nowhere, nor a NAME.yaml of something else.
	if err := os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "talks-2.txt")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "talks-3.yaml"), []byte("outlet: mine\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if name := put(t, f, other); name != "talks-4.txt" {
		t.Error(name)
	}
	if data, _ := os.ReadFile(filepath.Join(dir, "talks-3.yaml")); string(data) != "outlet: mine\n" {
		t.Error("overwritten")
	}
	if _, err := os.Stat(filepath.Join(dir, "nowhere")); err == nil {
		t.Error("written through a link")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".add-*")); len(left) > 0 {
		t.Error("left behind:", left)
	}
}

// A run that was killed between its two files leaves NAME.yaml; the next one puts the text beside it.
func TestPutAfterKill(t *testing.T) {
	dir := t.TempDir()
	it := read(t, "talks.html", []byte(fjord))
	if err := os.WriteFile(filepath.Join(dir, "talks.yaml"), []byte(Sidecar(&it)), 0o644); err != nil {
		t.Fatal(err)
	}
	f, _ := Open(dir)
	if name := put(t, f, it); name != "talks.txt" {
		t.Error(name)
	}
}

func TestBaseName(t *testing.T) {
	for in, want := range map[string]string{
		"../../etc/passwd": "passwd", `C:\x\Talks in Oslo.html`: "Talks-in-Oslo", ".hidden.txt": "hidden", "...": "article", "한일 협의.html": "한일-협의",
		"a\x00b\n.txt": "a-b", strings.Repeat("x", 300) + ".txt": strings.Repeat("x", 80), "-rf.txt": "rf",
	} {
		if got := baseName(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// The last word of an address names the page; an address may end in what elsewhere is an ending, or in nothing.
func TestNameOfAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://www.a.example/news/cod-talks.html": "a.example-cod-talks", "https://a.example/view.php?id=12": "a.example-view-12",
		"https://a.example/learn/html": "a.example-html", "https://a.example/v1.2": "a.example-v1.2", "https://a.example/": "a.example", "https://a.example": "a.example",
	} {
		if got := nameOfAddress(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// Whatever a headline is, NAME.yaml gives it back.
func TestSidecarIsReadBack(t *testing.T) {
	for _, headline := range []string{"Null", "true", "No", "123", "0x1F", "2014-02-19", "- x", "Wait: what", `"q"`, "'q'", `a\b`, "{a}", "x #1", "~", "日本 - 韓国"} {
		dir := t.TempDir()
		f, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		it := Item{Name: "a", Text: "Words.\n", From: "a.html"}
		it.Meta.Headline = headline
		put(t, f, it)
		if seeds, problems := seed.Load(dir); len(problems) > 0 || seeds[0].Meta.Headline != headline {
			t.Errorf("%q: %q, %v", headline, seeds[0].Meta.Headline, problems)
		}
	}
}

// FuzzRead: no file of any kind makes the readers panic, and what they give can be put into a folder that loads without an error.
func FuzzRead(f *testing.F) {
	kinds := []string{"a.html", "a.md", "a.json", "a.txt", "a.warc", "a.zip", "a.warc.gz"}
	for i, s := range []string{fjord, "---\ntitle: a\n---\n# T\n\nThey met.", `{"headlines":[{"value":"a"}],"bodies":[{"value":"<p>b"}]}`, korean, string(crawl([3]string{"https://a.example/1", okHTML, fjord}))} {
		f.Add(uint8(i), []byte(s))
	}
	f.Fuzz(func(t *testing.T, kind uint8, data []byte) {
		dir := t.TempDir()
		file := filepath.Join(dir, kinds[int(kind)%len(kinds)])
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		var r Reader
		items, problems := r.Read(file)
		if len(items) == 0 && len(problems) == 0 {
			t.Fatal("neither an article nor a reason")
		}
		folder, err := Open(filepath.Join(dir, "seeds"))
		if err != nil {
			t.Fatal(err)
		}
		for i := range items {
			if folder.Known(&items[i]) == "" {
				put(t, folder, items[i])
			}
		}
		if len(items) > 0 {
			_, problems := seed.Load(filepath.Join(dir, "seeds"))
			for _, p := range problems {
				if !p.Warning {
					t.Error(p)
				}
			}
		}
	})
}

// A crawler that was sent away and came back has both answers under one address.
func TestWARCFailureBeforePage(t *testing.T) {
	const address = "https://fjord.example/news/cod-talks.html"
	for _, status := range []string{"302 Found", "304 Not Modified", "503 Service Unavailable"} {
		var r Reader
		failed := [3]string{address, "HTTP/1.1 " + status + "\r\nContent-Type: text/html", ""}
		page := [3]string{address, okHTML, fjord}
		items, problems := r.Read(write(t, "a.warc", crawl(failed, page, page)))
		if len(items) != 1 || len(problems) != 0 {
			t.Errorf("%s, then the page twice: %d articles, want 1; %v", status, len(items), problems)
		}
	}
}
