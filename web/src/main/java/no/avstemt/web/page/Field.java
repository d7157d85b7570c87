package no.avstemt.web.page;

/**
 * A field of a form that is written into.
 *
 * @param type as HTML names it
 * @param value as typed before; never of a password or a secret
 * @param help beside the field; may be empty
 * @param fault what is wrong with what was typed; may be empty
 * @param autocomplete as HTML names it; may be empty
 */
public record Field(
        String name, String label, String type, String value, String help, String fault, String autocomplete) {

    public static Field text(String name, String label, String value, Faults faults) {
        return new Field(name, label, "text", value, "", faults.of(name), "off");
    }

    public Field as(String otherType) {
        return new Field(name, label, otherType, value, help, fault, autocomplete);
    }

    public Field helped(String text) {
        return new Field(name, label, type, value, text, fault, autocomplete);
    }

    public Field completedAs(String kind) {
        return new Field(name, label, type, value, help, fault, kind);
    }

    /** Ids of what describes the field, or none. */
    public String describedBy() {
        String helpId = help.isEmpty() ? "" : name + "-help";
        String faultId = fault.isEmpty() ? "" : name + "-fault";
        return (faultId + " " + helpId).strip();
    }
}
