"""Sets the words of DOCX files with Typst, kept in one process: what `.ci/bench-peers` runs."""
import json
import pathlib
import resource
import sys
import tempfile
import time

import docx
import typst

PLAN = """
#let plan = json(bytes(sys.inputs.plan))
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 17.2mm), numbering: "1", number-align: center + top)
#set text(font: "Liberation Serif", size: 14pt, lang: "vi")
#set par(justify: true, first-line-indent: (amount: 36pt, all: true), spacing: 12pt, leading: 6pt)
#for p in plan { if p.bold [ *#p.text* ] else [ #p.text ]; parbreak() }
"""


def words(name):
    """The paragraphs of a document, those in its tables first, as the batch's documents have them."""
    document = docx.Document(name)
    paragraphs = [p for t in document.tables for row in t.rows for cell in row.cells for p in cell.paragraphs]
    paragraphs += document.paragraphs
    return json.dumps([{"text": p.text, "bold": any(r.bold for r in p.runs)} for p in paragraphs if p.text.strip()])


plans = [words(name) for name in sys.argv[1:]]
with tempfile.TemporaryDirectory() as folder:
    source = pathlib.Path(folder, "plan.typ")
    source.write_text(PLAN, encoding="utf-8")
    compiler = typst.Compiler(str(source))
    runs, first = 100, 10
    for standard in ([], ["a-2a"]):
        for i in range(first + runs):
            if i == first:
                wall, cpu = time.perf_counter(), time.process_time()
            compiler.compile(format="pdf", sys_inputs={"plan": plans[i % len(plans)], "n": str(i)}, pdf_standards=standard)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        print(f"Typst {typst.__version__} kept, {'PDF/' + standard[0] if standard else 'PDF'}: {wall * 1000 / runs:.1f} ms of wall, "
              f"{cpu * 1000 / runs:.1f} ms of processor a document")
print(f"Typst's peak: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
