"""Signs one of our PDFs as an office does, with pyHanko and certificates of its own, and tells what pyHanko makes of the result.

    sign.py PDF SIGN_JSON BARE_PDF FONT OUT

BARE_PDF is the same document without fields. Writes into OUT: certified.pdf (the leader signs, with a certification that allows filling in), filled.pdf (the clerk fills in
number and date), sealed.pdf (the office signs, with a time stamp), marked.pdf (a PDF without fields, signed where the map says),
kept.pdf (certified so that nothing may change, then given proofs and a time stamp for the archive), and tampered copies. Prints one JSON object: for each file, what pyHanko's validation says of each signature.
"""

import datetime
import json
import sys
from pathlib import Path

from asn1crypto import keys as asn1_keys, x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from pyhanko.pdf_utils import generic, text
from pyhanko.pdf_utils.font.opentype import GlyphAccumulatorFactory
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers, timestamps, validation
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

START = datetime.datetime(2026, 1, 1)
END = datetime.datetime(2036, 1, 1)


class Authority:
    """A certification authority of the test's own."""

    def __init__(self):
        self.key = rsa.generate_private_key(65537, 2048)
        self.name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Kehoach Test CA")])
        self.cert = self._issue(self.name, self.key, ca=True)

    def _issue(self, subject, key, ca=False, usage=None):
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self.name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(START)
            .not_valid_after(END)
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(
                x509.KeyUsage(
                    digital_signature=True, content_commitment=not ca, key_encipherment=False, data_encipherment=False,
                    key_agreement=False, key_cert_sign=ca, crl_sign=ca, encipher_only=False, decipher_only=False,
                ),
                critical=True,
            )
        )
        if usage:
            builder = builder.add_extension(x509.ExtendedKeyUsage([usage]), critical=True)
        return builder.sign(self.key, hashes.SHA256())

    def issue(self, name, key, usage=None):
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        return self._issue(subject, key, usage=usage), key


def as_asn1(cert):
    return asn1_x509.Certificate.load(cert.public_bytes(serialization.Encoding.DER))


def key_as_asn1(key):
    return asn1_keys.PrivateKeyInfo.load(
        key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )


def stamp_font(font, folder):
    """The font in units of a thousandth: pyHanko rounds the widths of other fonts, and PDF/A wants them exact."""
    loaded = TTFont(font)
    scale_upem(loaded, 1000)
    scaled = Path(folder) / "stamp.ttf"
    loaded.save(scaled)
    return str(scaled)


class Office:
    """Those who sign a plan: the leader, the office with its seal, and a time-stamping service."""

    def __init__(self, font):
        authority = Authority()
        self.root = as_asn1(authority.cert)
        self.authority = authority
        self.store = SimpleCertificateStore()
        self.store.register(self.root)
        self.leader = self._signer(*authority.issue("Võ Thế Vinh", ec.generate_private_key(ec.SECP256R1())))
        self.seal = self._signer(*authority.issue("Ủy ban nhân dân xã Sơn Màu", rsa.generate_private_key(65537, 2048)))
        tsa_cert, tsa_key = authority.issue("Kehoach Test TSA", rsa.generate_private_key(65537, 2048), x509.ExtendedKeyUsageOID.TIME_STAMPING)
        self.stamper = timestamps.DummyTimeStamper(as_asn1(tsa_cert), key_as_asn1(tsa_key), certs_to_embed=self.store)
        # pyHanko's own stamp sets its text in a font that is not embedded, which PDF/A forbids.
        self.style = TextStampStyle(
            stamp_text="%(signer)s\n%(ts)s",
            text_box_style=text.TextBoxStyle(font=GlyphAccumulatorFactory(font), font_size=10),
        )

    def _signer(self, cert, key):
        return signers.SimpleSigner(signing_cert=as_asn1(cert), signing_key=key_as_asn1(key), cert_registry=self.store)

    def sign(self, source, target, field, signer, certify=False, stamped=False, new=None, level=fields.MDPPerm.FILL_FORMS):
        metadata = signers.PdfSignatureMetadata(
            field_name=field,
            md_algorithm="sha256",
            subfilter=fields.SigSeedSubFilter.PADES,
            certify=certify,
            docmdp_permissions=level,
        )
        pdf_signer = signers.PdfSigner(
            metadata, signer, timestamper=self.stamper if stamped else None, stamp_style=self.style, new_field_spec=new
        )
        with open(source, "rb") as read, open(target, "w+b") as write:
            pdf_signer.sign_pdf(IncrementalPdfFileWriter(read), output=write)

    def keep(self, source, target, field):
        """What an archive does: the signer's certificates go into the file (DSS), then a time stamp of the whole (PAdES B-LTA)."""
        proven = Path(target).with_suffix(".dss")
        proven.write_bytes(Path(source).read_bytes())
        with open(proven, "r+b") as f:
            signature = PdfFileReader(f).embedded_signatures[0]
            validation.DocumentSecurityStore.add_dss(f, signature.pkcs7_content, certs=[self.root], ocsps=[], crls=[])
        with open(proven, "rb") as read, open(target, "w+b") as write:
            signers.PdfTimeStamper(self.stamper, field_name=field).timestamp_pdf(IncrementalPdfFileWriter(read), "sha256", output=write)

    def export(self, path):
        """A leader's certificate and key for other signers, with no password."""
        cert, key = self.authority.issue("Leader", rsa.generate_private_key(65537, 2048))
        path.write_bytes(pkcs12.serialize_key_and_certificates(b"leader", key, cert, [self.authority.cert], serialization.NoEncryption()))

    def validate(self, path):
        """What pyHanko says of each signature of a file, by field."""
        context = ValidationContext(trust_roots=[self.root], allow_fetching=False)
        said = {}
        with open(path, "rb") as f:
            for signature in PdfFileReader(f).embedded_signatures:
                try:
                    if signature.sig_object_type == "/DocTimeStamp":
                        status = validation.validate_pdf_timestamp(signature, context)
                    else:
                        status = validation.validate_pdf_signature(signature, context, ts_validation_context=context)
                    said[signature.field_name] = {
                        "intact": status.intact,
                        "valid": status.valid,
                        "trusted": status.trusted,
                        "allowed": bool(getattr(status, "docmdp_ok", True)),
                        "bottom_line": getattr(status, "bottom_line", status.intact and status.valid and status.trusted),
                    }
                except Exception as e:  # a file so damaged that pyHanko gives up is as good as refused
                    said[signature.field_name] = {"bottom_line": False, "error": str(e)}
        return said


def fill(source, target, values):
    """Fills text fields as a form filler does: value and appearance, in the font that the field names, in a new revision."""
    with open(source, "rb") as read, open(target, "w+b") as write:
        w = IncrementalPdfFileWriter(read)
        form = w.root["/AcroForm"]
        for ref in form["/Fields"]:
            widget = ref.get_object()
            value = values.get(widget.get("/T"))
            if value is None:
                continue
            _, font, size, *_ = ["", *widget["/DA"].split()]
            left, bottom, right, top = (float(v) for v in widget["/Rect"])
            stream = generic.StreamObject(
                dict_data={
                    generic.pdf_name("/Type"): generic.pdf_name("/XObject"),
                    generic.pdf_name("/Subtype"): generic.pdf_name("/Form"),
                    generic.pdf_name("/BBox"): generic.ArrayObject(
                        generic.FloatObject(v) for v in (0, 0, right - left, top - bottom)
                    ),
                    generic.pdf_name("/Resources"): generic.DictionaryObject(
                        {generic.pdf_name("/Font"): form["/DR"]["/Font"]}
                    ),
                },
                stream_data=f"/Tx BMC q BT {font} {size} Tf 0 g 1 4 Td ({value}) Tj ET Q EMC".encode("ascii"),
            )
            widget[generic.pdf_name("/V")] = generic.pdf_string(value)
            widget[generic.pdf_name("/AP")] = generic.DictionaryObject({generic.pdf_name("/N"): w.add_object(stream)})
            w.mark_update(ref)
        w.write(write)


def change_page(source, target):
    """Adds text to the first page in a new revision, as a forger would."""
    with open(source, "rb") as read, open(target, "w+b") as write:
        w = IncrementalPdfFileWriter(read)
        page = w.root["/Pages"]["/Kids"][0].get_object()
        font = next(iter(page["/Resources"]["/Font"]))
        content = generic.StreamObject(stream_data=f"BT {font} 20 Tf 100 400 Td <00010002> Tj ET".encode("ascii"))
        page[generic.pdf_name("/Contents")] = generic.ArrayObject([page.raw_get("/Contents"), w.add_object(content)])
        w.update_container(page)
        w.write(write)


def flip(source, target, position):
    data = bytearray(Path(source).read_bytes())
    data[position] ^= 1
    Path(target).write_bytes(data)


def main(pdf, sign_map, bare, font, out):
    out = Path(out)
    office = Office(stamp_font(font, out))
    marks = {m["role"]: m for m in json.loads(Path(sign_map).read_text("utf-8"))["marks"]}
    certified, filled, sealed = out / "certified.pdf", out / "filled.pdf", out / "sealed.pdf"
    office.sign(pdf, certified, marks["signatory"]["field"], office.leader, certify=True)
    fill(certified, filled, {"so": "49", "ngay": "05", "thang": "3"})
    office.sign(filled, sealed, "seal", office.seal, stamped=True)

    office.sign(pdf, out / "closed.pdf", marks["signatory"]["field"], office.leader, certify=True, level=fields.MDPPerm.NO_CHANGES)
    office.keep(out / "closed.pdf", out / "kept.pdf", "archive")

    office.export(out / "leader.p12")

    # A signing program that makes its own field, at the map's rectangle.
    place = marks["signatory"]
    office.sign(bare, out / "marked.pdf", "Chu ky", office.leader, certify=True,
                new=fields.SigFieldSpec("Chu ky", on_page=place["page"] - 1, box=place["rect_pt"]))

    # A byte of the first revision (a letter of its metadata), and one of the last (a digit of the seal's date).
    whole, before = sealed.read_bytes(), len(filled.read_bytes())
    flip(sealed, out / "first-byte.pdf", whole.index(b"<dc:language>") - 20)
    flip(sealed, out / "last-byte.pdf", whole.index(b"(D\\0722", before) + 19)
    change_page(certified, out / "page-changed.pdf")
    print(json.dumps({p.name: office.validate(p) for p in sorted(out.glob("*.pdf"))}))


if __name__ == "__main__":
    main(*sys.argv[1:])
