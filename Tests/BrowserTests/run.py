#!/usr/bin/env python3
"""Opens the pages of `phusong map` in a real browser, from a disk and without a network.

    python3 -m pip install -r Tests/BrowserTests/requirements.txt
    python3 Tests/BrowserTests/run.py                 # all tests
    python3 Tests/BrowserTests/run.py search print    # those with these words in their names
    python3 Tests/BrowserTests/run.py --pictures DIR  # also keep pictures of the pages

The program under test: environment variable PHUSONG, else .build/release/phusong. The browser: CHROMIUM, else chromium on the path.
Prints `N passed, N failed`; exit code 1 when one failed.
"""

import argparse
import contextlib
import os
import re
import shutil
import sys
import tempfile
import time
import traceback
from pathlib import Path

from playwright.sync_api import sync_playwright

import runs

GRADES = ["covered", "partial", "uncovered", "unknown"]
TESTS = []


def test(body):
    TESTS.append(body)
    return body


class Pages:
    """Pages opened one at a time; what they ask for and complain about is kept."""

    def __init__(self, browser, folder, files):
        self.browser, self.folder, self.files = browser, folder, files
        self.requests, self.complaints = [], []

    @contextlib.contextmanager
    def open(self, name, width=1400, height=900, quiet=False, **options):
        context = self.browser.new_context(viewport={"width": width, "height": height}, offline=True, **options)
        page = context.new_page()
        if not quiet:
            page.on("request", lambda request: self.requests.append(request.url))
            page.on("console", lambda message: self.complaints.append(f"{name}: {message.type}: {message.text}"))
            page.on("pageerror", lambda error: self.complaints.append(f"{name}: {error}"))
        page.goto(self.files[name].as_uri())
        page.wait_for_selector("body[data-ready]", timeout=30_000)
        try:
            yield page
        finally:
            context.close()


def counts(page):
    return {grade: int(page.get_attribute(f"#grades tr[data-grade={grade}]", "data-count")) for grade in GRADES}


def spoken_counts(page):
    """The same as a reader sees them."""
    return {grade: int(re.sub(r"\D", "", page.inner_text(f"#grades tr[data-grade={grade}] td.count"))) for grade in GRADES}


def only_grades(counted):
    return {grade: counted[grade] for grade in GRADES}


def is_focused(page, selector):
    return page.evaluate("selector => document.activeElement === document.querySelector(selector)", selector)


def lonely_villages(page, wanted):
    """Villages of the present view with no other mark within 26 pixels, by where they stand in the window: worked out from their coordinates."""
    return page.evaluate(
        """wanted => {
          const { model, state, atlas } = phusong, run = model.runs[state.run], map = atlas.map;
          const box = map.getContainer().getBoundingClientRect(), all = [], found = [];
          const put = (points, kind) => { for (let i = 0; i < points.count; i++) {
            const p = map.latLngToContainerPoint([points.lat[i], points.lon[i]]);
            if (p.x > 60 && p.y > 140 && p.x < box.width - 380 && p.y < box.height - 60) all.push({ kind, i, x: p.x, y: p.y });
          } };
          put(run.villages, "village"); put(run.sites, "site"); if (run.works) put(run.works, "work");
          for (const a of all) {
            if (a.kind !== "village" || all.some((b) => b !== a && Math.hypot(a.x - b.x, a.y - b.y) < 26)) continue;
            found.push({ i: a.i, id: run.villages.id(a.i), name: run.villages.name(a.i), grade: run.villages.grades.before[a.i],
              x: a.x + box.left, y: a.y + box.top });
            if (found.length === wanted) break;
          }
          return found;
        }""", wanted)


@test
def counts_per_grade_of_the_plan(pages):
    plan = runs.document(pages.folder / "plan", "plan.json")
    with pages.open("plan") as page:
        assert counts(page) == spoken_counts(page) == only_grades(plan["villages"]["after"]), counts(page)
        page.check("input[value=before]", force=True)
        assert counts(page) == spoken_counts(page) == only_grades(plan["villages"]["before"]), counts(page)
        assert counts(page)["partial"] + counts(page)["uncovered"] == 33


@test
def counts_per_grade_of_the_country(pages):
    with pages.open("vietnam") as page:
        summary = runs.document(pages.folder / "vietnam", "summary.json")
        assert counts(page) == spoken_counts(page) == only_grades(summary["villages"])
        assert counts(page) == {"covered": 2152, "partial": 0, "uncovered": 266, "unknown": 0}


@test
def a_click_on_a_village_shows_that_village(pages):
    layer = runs.document(pages.folder / "plan", "villages.geojson")
    facts = {feature["id"]: feature["properties"] for feature in layer["features"]}
    with pages.open("plan") as page:
        page.check("input[value=before]", force=True)
        page.evaluate("phusong.atlas.map.setZoom(12, { animate: false })")
        found = lonely_villages(page, 12)
        assert len(found) == 12, len(found)
        for village in found:
            page.mouse.click(village["x"], village["y"])
            assert page.get_attribute("#details", "data-id") == village["id"]
            text = page.inner_text("#details")
            assert village["name"] in text and facts[village["id"]]["commune"] in text
            assert str(facts[village["id"]]["households"]) in text
        page.mouse.move(found[0]["x"], found[0]["y"])
        assert page.inner_text("#tip strong") == found[0]["name"]


@test
def a_click_on_the_country_shows_the_reason(pages):
    layer = runs.document(pages.folder / "vietnam", "villages.geojson")
    reasons = {feature["id"]: feature["properties"] for feature in layer["features"]}
    with pages.open("vietnam") as page:
        for _ in range(3):
            page.evaluate("phusong.atlas.map.setView([22.4, 105.4], 10, { animate: false })")
        found = [village for village in lonely_villages(page, 60) if village["grade"] == 2][:3]
        assert found
        for village in found:
            page.mouse.click(village["x"], village["y"])
            assert page.get_attribute("#details", "data-id") == village["id"]
            shown, said = page.inner_text("#details .why"), reasons[village["id"]]["reason_en"]
            # Where the sentence is about a confidential site, the words of the reason stand for it.
            assert shown == said or "site" in shown.lower(), (shown, said)


@test
def marks_have_the_colour_and_shape_of_their_grade(pages):
    with pages.open("vietnam") as page:
        page.evaluate("phusong.atlas.map.setView([22.4, 105.4], 10.5, { animate: false })")
        seen = {}
        for village in lonely_villages(page, 80):
            seen.setdefault(GRADES[village["grade"]], village)
        assert set(seen) >= {"covered", "uncovered"}
        look = """([x, y]) => { const canvas = phusong.atlas.marks._container, box = canvas.getBoundingClientRect();
          const eye = document.createElement("canvas").getContext("2d");
          eye.drawImage(canvas, -Math.round((x - box.left) * devicePixelRatio), -Math.round((y - box.top) * devicePixelRatio));
          return Array.from(eye.getImageData(0, 0, 1, 1).data); }"""
        assert page.evaluate(look, [seen["covered"]["x"], seen["covered"]["y"]]) == [0x6B, 0xAE, 0xD6, 255]
        assert page.evaluate(look, [seen["uncovered"]["x"], seen["uncovered"]["y"]]) == [0x54, 0x27, 0x88, 255]
        shapes = page.evaluate("[...document.querySelectorAll('#grades tbody .icon, #layers .icon')].map((icon) => icon.toDataURL())")
        assert len(set(shapes)) == len(shapes), "two kinds look the same"


@test
def search_finds_names_without_marks(pages):
    with pages.open("vietnam") as page:
        page.fill("#search", "khuoi phin")
        names = page.locator("#results .name").all_inner_texts()
        assert names == ["Bản Khuổi Phin"], names
        page.press("#search", "Enter")
        assert page.get_attribute("#details", "data-id") == "02245-ban-khuoi-phin-1"
        assert "Côn Lôn" in page.inner_text("#details")
    with pages.open("small") as page:
        for query, name in [("khuoi phin", "Khuổi Phìn"), ("KHUOI  PHÌN", "Khuổi Phìn"), ("dak nong", "Đắk Nông"), ("đắk", "Đắk Nông")]:
            page.fill("#search", query)
            assert page.locator("#results .name").first.inner_text() == name, query
        page.fill("#search", "zzz")
        assert page.locator("#results").is_hidden() and page.inner_text("#found") == "Nothing found"


@test
def the_language_is_switched_on_the_page(pages):
    with pages.open("plan") as page:
        assert page.get_attribute("html", "lang") == "vi"
        page.fill("#search", "luong cai")
        page.press("#search", "Enter")
        vietnamese = page.inner_text("body")
        reason = page.inner_text("#details .why")
        assert "Thôn theo mức phủ sóng".lower() in vietnamese.lower() and "Trạm đề xuất" in vietnamese and "63.771" in vietnamese
        page.click("#languages [data-language=en]")
        assert page.get_attribute("html", "lang") == "en"
        english = page.inner_text("body")
        assert "Villages by grade".lower() in english.lower() and "Proposed sites" in english and "63,771" in english
        assert page.inner_text("#details .why") != reason and "proposed site" in page.inner_text("#details .why")
        for word in ["Trạm", "Thôn", "sóng", "Mức", "Bàn phím"]:
            assert word not in english.replace("Vùng", ""), word
        assert "Arrows" in page.get_attribute("#map", "aria-label")
        page.click("#languages [data-language=vi]")
        assert page.inner_text("body") == vietnamese


@test
def before_and_after_the_plan(pages):
    picture = "phusong.atlas.marks._container.toDataURL()"
    with pages.open("plan") as page:
        assert page.is_checked("input[value=after]")
        after = page.evaluate(picture)
        assert page.locator("#grades tr[data-gained]").get_attribute("data-gained") == "33"
        page.check("input[value=before]", force=True)
        assert page.evaluate(picture) != after
        assert page.is_disabled("[data-layer=works]") and page.locator("#grades tr[data-gained]").count() == 0
        page.check("input[value=after]", force=True)
        assert page.evaluate(picture) == after
        page.uncheck("[data-layer=links]")
        assert page.evaluate(picture) != after, "links to the network are drawn"


@test
def scenarios_are_switched(pages):
    three = runs.document(pages.folder / "three", "plan.json")
    with pages.open("plan") as page:
        assert page.locator("#scenario option").all_inner_texts() == ["plan", "three"]
        page.select_option("#scenario", "1")
        assert counts(page) == only_grades(three["villages"]["after"])
        assert page.inner_text("#title") == three["project"]
        assert "3" in page.inner_text("#plan-facts")
        page.fill("#search", "luong cai")
        page.press("#search", "Enter")
        chosen = page.get_attribute("#details", "data-id")
        page.select_option("#scenario", "0")
        assert page.get_attribute("#details", "data-id") == chosen, "the same village stays chosen"
    with pages.open("vietnam") as page:
        assert page.is_hidden("#scenario-part") and page.is_hidden("#time-part")


@test
def layers_and_grades_are_switched(pages):
    with pages.open("vietnam") as page:
        marks, lines = "phusong.atlas.marks._container.toDataURL()", "phusong.atlas.lines._container.toDataURL()"
        one = page.evaluate(marks)
        page.uncheck("#grades input[data-grade=covered]")
        two = page.evaluate(marks)
        page.uncheck("[data-layer=sites]")
        assert len({one, two, page.evaluate(marks)}) == 3
        bare = page.evaluate(lines)
        page.check("[data-layer=footprints]")
        assert page.evaluate(lines) != bare
        assert counts(page)["covered"] == 2152, "what is hidden still counts"


@test
def everything_is_reached_by_keyboard(pages):
    with pages.open("plan") as page:
        order = []
        for _ in range(60):
            page.keyboard.press("Tab")
            order.append(page.evaluate(
                "(() => { const e = document.activeElement; return e.id || e.dataset.language || e.dataset.grade || e.dataset.layer || e.dataset.word"
                " || (e.name === 'time' ? 'time' : '') || e.tagName; })()"))
            outline = page.evaluate(
                "(() => { const e = document.activeElement, t = e.name === 'time' ? e.nextElementSibling : e; const s = getComputedStyle(t);"
                " return parseFloat(s.outlineWidth) > 0 && s.outlineStyle !== 'none'; })()")
            if order[-1] not in ("BODY", ""):
                assert outline, f"focus on {order[-1]} is not seen"
            if order[-1] == "whole":
                break
        wanted = ["vi", "en", "scenario", "time", "search", "covered", "sites", "works", "map", "zoomIn", "whole"]
        positions = [order.index(stop) for stop in wanted]
        assert positions == sorted(positions), order
        assert page.locator(".skip").evaluate("e => e.tabIndex") == 0

        page.focus("#map")
        centre, zoom = "phusong.atlas.map.getCenter().lat", "phusong.atlas.map.getZoom()"
        before = page.evaluate(centre)
        page.keyboard.press("ArrowUp")
        page.wait_for_timeout(500)
        assert page.evaluate(centre) > before
        level = page.evaluate(zoom)
        page.keyboard.press("+")
        page.wait_for_timeout(500)
        assert page.evaluate(zoom) > level
        page.keyboard.press("-")
        page.wait_for_timeout(500)
        assert page.evaluate(zoom) == level
        page.keyboard.press("Enter")
        assert page.is_visible("#details") and is_focused(page, "#details")
        page.keyboard.press("Escape")
        assert page.is_hidden("#details") and is_focused(page, "#map")


@test
def search_is_used_by_keyboard(pages):
    with pages.open("plan") as page:
        page.focus("#search")
        page.keyboard.type("khuon")
        assert page.get_attribute("#search", "aria-expanded") == "true"
        options = page.locator("#results [role=option]").count()
        assert options > 2
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        active = page.get_attribute("#search", "aria-activedescendant")
        assert active == "result-2" and page.get_attribute(f"#{active}", "aria-selected") == "true"
        name = page.inner_text(f"#{active} .name")
        page.keyboard.press("Enter")
        assert page.inner_text("#details h2") == name and page.is_hidden("#results")
        page.focus("#search")
        page.keyboard.type("g")
        page.keyboard.press("Escape")
        assert page.is_hidden("#results") and page.is_visible("#details")
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        assert page.is_hidden("#details")


@test
def lists_lead_to_marks(pages):
    plan = runs.document(pages.folder / "plan", "plan.json")
    with pages.open("raster") as page:
        page.click("#works-title")
        assert page.locator("#works .entry").count() == len(plan["sites"])
        page.locator("#works .entry").first.click()
        first = min(plan["sites"], key=lambda site: site["rank"])
        assert page.get_attribute("#details", "data-id") == first["id"]
        assert "417.8 million VND" in page.inner_text("#details"), page.inner_text("#details")
        page.locator("#details dd button").first.click()
        assert page.get_attribute("#details", "data-id") in first["villagesGained"] and page.get_attribute("#details", "data-kind") == "village"


@test
def names_are_text_and_never_run(pages):
    with pages.open("small") as page:
        assert page.inner_text("#title") == '<i>small</i> & "real"'
        for number, name in enumerate(runs.EVIL):
            page.evaluate("id => { const run = phusong.model.runs[0]; phusong.actions.choose({ kind: 'village', i: run.villageIndex.get(id) }); }", f"v{number + 4}")
            assert page.inner_text("#details h2") == name
            assert page.locator("#details script, #details img").count() == 0
        page.fill("#search", "script")
        assert runs.EVIL[0] in page.locator("#results .name").all_inner_texts()
        assert page.evaluate("window.hacked") is None


@test
def the_policy_keeps_strangers_out(pages):
    # What is refused here would be told on the console: this page is not listened to.
    with pages.open("small", quiet=True) as page:
        page.evaluate("""() => { const script = document.createElement("script"); script.textContent = "window.hacked = 2"; document.body.append(script);
          const button = document.createElement("button"); button.setAttribute("onclick", "window.hacked = 3"); document.body.append(button); button.click(); }""")
        assert page.evaluate("window.hacked") is None
        for address in ["http://127.0.0.1:9/x", pages.files["vietnam"].as_uri()]:
            assert page.evaluate("address => fetch(address).then(() => 'reached', () => 'refused')", address) == "refused"


@test
def an_operator_sees_its_own(pages):
    layer = runs.document(pages.folder / "plan", "sites.geojson")
    with pages.open("vnpt") as page:
        assert "VNPT" in page.inner_text("#scope")
        block = page.evaluate("document.getElementById('data').textContent")
        others = [f["id"] for f in layer["features"] if f["properties"]["operator"] != "vnpt" and not f["properties"]["shared"]]
        assert len(others) > 100
        assert not [name for name in others if f'"{name}"' in block]
        sites = page.evaluate("phusong.model.runs[0].sites.count")
        assert sites == len(layer["features"]) - len(others)
    with pages.open("plan") as page:
        assert "mọi nhà mạng" in page.inner_text("#scope") and "24 trạm bảo mật" in page.inner_text("#scope")
    with pages.open("raster") as page:
        assert "do not pass this page on" in page.inner_text("#scope")


@test
def synthetic_data_is_said(pages):
    for name, words in [("plan", "Dữ liệu có phần mô phỏng"), ("vietnam", "Some of the data is synthetic")]:
        with pages.open(name) as page:
            assert words in page.inner_text("#made-up")
            page.click("#made-up summary")
            assert page.locator("#made-up p").is_visible()
    with pages.open("small") as page:
        assert page.is_hidden("#made-up")


@test
def the_raster_lies_where_its_cells_are(pages):
    with pages.open("raster") as page:
        image = page.locator("img.levels")
        assert image.evaluate("e => e.naturalWidth") > 10
        bounds = page.evaluate("(() => { const b = phusong.atlas.raster.getBounds(); return [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()]; })()")
        for value, wanted in zip(bounds, [105.0, 21.5, 105.5, 22.0]):
            assert abs(value - wanted) < 0.01, bounds
        assert page.is_visible("#shades")
        page.uncheck("[data-layer=raster]")
        assert page.locator("img.levels").count() == 0 and page.is_hidden("#shades")


@test
def a_national_map_shows_both_archipelagos(pages):
    with pages.open("vietnam") as page:
        assert page.is_visible("#inset canvas")
        assert "Hoàng Sa" in page.get_attribute("#inset canvas", "aria-label") and "Trường Sa" in page.get_attribute("#inset canvas", "aria-label")
        groups = page.evaluate("phusong.model.outlines.archipelagos.map((g) => [g.name.vi, g.label, g.islands.length])")
        assert [group[0] for group in groups] == ["Quần đảo Hoàng Sa (Việt Nam)", "Quần đảo Trường Sa (Việt Nam)"]
        assert all(group[2] > 20 for group in groups), groups
    with pages.open("plan") as page:
        assert page.is_hidden("#inset")


@test
def a_narrow_page_fits(pages):
    for name in ["plan", "vietnam"]:
        with pages.open(name, width=390, height=800, has_touch=True, is_mobile=True) as page:
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
            page.fill("#search", "khuo")
            page.press("#search", "Enter")
            box = page.locator("#details").bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= 390.5 and box["y"] + box["height"] <= 800.5 and box["y"] > 250
            # The chosen mark is not under the card.
            chosen = page.evaluate("(() => { const p = phusong.atlas.pixel(phusong.model.runs[0].villages, phusong.state.selected.i); return p.y; })()")
            assert chosen < box["y"], (chosen, box)


@test
def print_holds_map_and_legend_on_one_sheet(pages):
    for name in ["plan", "vietnam"]:
        with pages.open(name) as page:
            sheet = page.pdf(format="A4", print_background=True)
            assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
            page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
            page.emulate_media(media="print")
            assert page.is_visible("#paper") and page.is_visible("#grades") and page.is_hidden("#search")
            colors = page.evaluate("""() => { const canvas = document.getElementById("paper"), seen = new Set();
              const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
              for (let i = 0; i < data.length; i += 4) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]); return seen.size; }""")
            assert colors > 50, colors
            page.emulate_media(media="screen")
            page.evaluate("window.dispatchEvent(new Event('afterprint'))")
            assert page.is_hidden("#paper")


@test
def ten_thousand_villages_stay_quick(pages):
    started = time.monotonic()
    with pages.open("thousands") as page:
        seconds = time.monotonic() - started
        assert sum(counts(page).values()) == 10_000
        redraw = page.evaluate("""() => { const times = []; for (let i = 0; i < 5; i++) { const start = performance.now(); phusong.atlas.redraw();
          const eye = document.createElement("canvas").getContext("2d"); eye.drawImage(phusong.atlas.marks._container, 0, 0);
          eye.getImageData(0, 0, 1, 1); times.push(performance.now() - start); } return Math.min(...times); }""")
        print(f"    opened in {seconds:.2f} s, drawn in {redraw:.0f} ms")
        # Far above what was measured, so that only a page that grew slow fails on a loaded machine.
        assert seconds < 10 and redraw < 800


@test
def no_request_and_no_complaint(pages):
    """Runs last: over everything that the tests before it opened."""
    own = {path.as_uri() for path in pages.files.values()}
    strangers = [url for url in pages.requests if url not in own and not url.startswith("data:")]
    assert pages.requests and not strangers, strangers
    assert not pages.complaints, pages.complaints


def keep_pictures(pages, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name in ["plan", "vietnam", "raster"]:
        for language in ["vi", "en"]:
            for label, width, height in [("wide", 1400, 900), ("narrow", 390, 800)]:
                with pages.open(name, width=width, height=height) as page:
                    page.click(f"#languages [data-language={language}]")
                    page.screenshot(path=folder / f"{name}-{language}-{label}.png")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("words", nargs="*", help="only tests with one of these words in their names")
    parser.add_argument("--pictures", type=Path, help="folder for pictures of the pages")
    options = parser.parse_args()
    browser_path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not browser_path:
        sys.exit("no browser: install the package chromium, or name one in CHROMIUM")
    passed, failed = 0, 0
    with tempfile.TemporaryDirectory(prefix="phusong-browser-") as folder, sync_playwright() as playwright:
        files = runs.make(Path(folder))
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        pages = Pages(browser, Path(folder), files)
        for body in TESTS:
            name = body.__name__.replace("_", " ")
            if options.words and not any(word in name for word in options.words):
                continue
            try:
                body(pages)
                passed += 1
                print(f"ok   {name}")
            except Exception:  # a test that breaks off has failed, whatever broke it
                failed += 1
                print(f"FAIL {name}\n{traceback.format_exc()}")
        if options.pictures:
            keep_pictures(pages, options.pictures)
        browser.close()
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()
