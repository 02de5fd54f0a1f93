package org.openots.common.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.error.CommonError;

/** Names have the form of what becomes of them, and a wrong one is shown the way it was probably meant. */
class NameFormTest {
    private static List<Finding> read(NameForm form, String name) {
        Findings findings = Findings.collecting();
        JsonCursor root = StrictJson.parse("f.json", "{\"id\": \"" + name + "\"}", findings);
        assertThat(form.read(root.at("id"))).isEqualTo(name);
        return findings.all();
    }

    @ParameterizedTest
    @CsvSource({
        "FILE,ethanol-water-rig",
        "FILE,load-70",
        "FILE,n-butane",
        "FILE,perry8-2-8",
        "FILE,console",
        "CODE,A",
        "CODE,B2",
        "TAG,TIC-705",
        "TAG,FV101",
        "TAG,I-01",
        "TAG,HV-703A",
        "TAG,P",
        "SIGNAL,POWER.MAIN",
        "SIGNAL,P-701.DRY",
        "SIGNAL,ESD",
        "SIGNAL,AT-703A.HH",
        "FAULT,A-F01",
        "FAULT,COOLING_WATER_LOSS",
        "ELEMENT,feed-tank",
        "ELEMENT,P-702A",
        "ELEMENT,1",
        "ELEMENT,tray",
        "PART,cw.condenser",
        "PART,cw.condenser.Tin",
        "PART,HV102C.leftOpen",
        "PART,feed"
    })
    void possibleNames(NameForm form, String name) {
        assertThat(read(form, name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FILE,My Plant,my-plant",
        "FILE,Normal,normal",
        "FILE,load_70,load-70",
        "FILE,a.b,a-b",
        "FILE,../x,x",
        "FILE,con,'', ",
        "FILE,-a,a",
        "FILE,精馏塔,''",
        "CODE,a,A",
        "CODE,ABCDE,''",
        "TAG,tic-705,TIC-705",
        "TAG,TIC 705,TIC-705",
        "TAG,TIC--705,TIC-705",
        "TAG,TIC.705,TIC-705",
        "TAG,7,''",
        "SIGNAL,POWER..MAIN,POWER.MAIN",
        "SIGNAL,power.main,POWER.MAIN",
        "SIGNAL,.DRY,DRY",
        "FAULT,A F01,A-F01",
        "FAULT,a-f01,A-F01",
        "ELEMENT,feed tank,feed-tank",
        "ELEMENT,feed.tank,feed-tank",
        "ELEMENT,tank/1,tank-1",
        "PART,cw. condenser,cw.condenser",
        "PART,a..b,a.b"
    })
    void impossibleNames(NameForm form, String name, String meant) {
        assertThat(read(form, name)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(CommonError.JSON_NAME);
            assertThat(finding.pointer()).isEqualTo("/id");
            assertThat(finding.in(Locale.ENGLISH)).contains("\"" + name + "\"");
            assertThat(finding.in(Locale.SIMPLIFIED_CHINESE)).contains("“" + name + "”");
            String hint = finding.hintIn(Locale.ENGLISH);
            if (meant == null || meant.isEmpty()) {
                assertThat(hint).startsWith("Write it like");
            } else {
                assertThat(hint).isEqualTo("Maybe \"" + meant + "\" was meant.");
                assertThat(form.fits(meant)).isTrue();
            }
        });
    }

    @Test
    void aNameHasAtMostSixtyFourCharacters() {
        assertThat(read(NameForm.ELEMENT, "x".repeat(64))).isEmpty();
        assertThat(read(NameForm.ELEMENT, "x".repeat(65))).hasSize(1);
    }

    /** A text that is not there is one mistake, not two. */
    @Test
    void aBlankNameIsOnlyBlank() {
        assertThat(read(NameForm.TAG, " ")).extracting(Finding::code).containsExactly(CommonError.JSON_BLANK_TEXT);
    }
}
