package no.avstemt.vipps.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An invented person behind a payment, always the same for the same PSP reference. Some write a message. */
record Payer(String name, String maskedPhone, Optional<String> message) {
    private static final List<String> GIVEN =
            List.of("Åse", "Ola", "Kari", "Nils", "Siri", "Bjørn", "Øyvind", "Aïsha", "Ingrid", "Máret");
    private static final List<String> FAMILY =
            List.of("Fjellvik", "Åsheim", "Nordgård", "Sætre", "Lund-Øverli", "Strand", "Hætta", "Kvamme");
    private static final List<String> MESSAGES = List.of(
            "Takk for sist!", "Lunsj \u2615\uD83E\uDD50", "2 x kaffe\n1 x bolle", "For \"Kari\" & meg <3", "bord 4");

    static Payer of(String pspReference) {
        Dice dice = new Dice(Dice.mix(Long.parseLong(pspReference), 0xBA7E));
        String name = dice.pick(GIVEN) + " " + dice.pick(FAMILY);
        String phone = String.format(Locale.ROOT, "xxxx %04d", dice.between(0, 9999));
        return new Payer(name, phone, dice.oneIn(3) ? Optional.of(dice.pick(MESSAGES)) : Optional.empty());
    }
}
