import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF whether files keep standards ("3a,ua1 FILE..."); prints what they break, and exits with 1 when one does. */
class Check {
    public static void main(String[] args) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        List<PDFAFlavour> flavours = new ArrayList<>();
        for (String id : args[0].split(",")) {
            flavours.add(PDFAFlavour.byFlavourId(id));
        }
        int broken = 0;
        for (int i = 1; i < args.length; i++) {
            for (PDFAFlavour flavour : flavours) {
                broken += check(args[i], flavour) ? 0 : 1;
            }
        }
        System.exit(broken > 0 ? 1 : 0);
    }

    private static boolean check(String name, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(name), flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println(name + " " + flavour.getId() + " " + (result.isCompliant() ? "PASS" : "FAIL"));
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    System.out.println("  " + assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage());
                }
            }
            return result.isCompliant();
        }
    }
}
