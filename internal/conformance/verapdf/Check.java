import java.io.File;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF whether files keep PDF/A-2b; prints what they break, and exits with 1 when one does. */
class Check {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        int broken = 0;
        for (String name : files) {
            PDFAFlavour flavour = PDFAFlavour.PDFA_2_B;
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(name), flavour);
                 PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                System.out.println(name + " " + (result.isCompliant() ? "PASS" : "FAIL"));
                for (TestAssertion assertion : result.getTestAssertions()) {
                    if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                        System.out.println("  " + assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage());
                    }
                }
                broken += result.isCompliant() ? 0 : 1;
            }
        }
        System.exit(broken > 0 ? 1 : 0);
    }
}
