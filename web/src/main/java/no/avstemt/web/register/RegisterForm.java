package no.avstemt.web.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.web.api.BadBody;
import no.avstemt.web.api.BodyReader;
import no.avstemt.web.http.Param;
import no.avstemt.web.http.Request;
import no.avstemt.web.page.Choice;
import no.avstemt.web.page.Faults;
import no.avstemt.web.page.Field;
import no.avstemt.web.register.RegisterFormPage.Input;
import no.avstemt.web.text.Texts;
import tools.jackson.databind.json.JsonMapper;

/** What was typed into the form of a register, read as the JSON that it stands for. */
record RegisterForm<T>(RegisterView<T> view, Map<String, String> typed, Faults faults) {

    private static final JsonMapper JSON = new JsonMapper();

    static <T> RegisterForm<T> filled(RegisterView<T> view, Map<String, String> with) {
        return new RegisterForm<>(view, with, Faults.none());
    }

    /** @param params of the inputs, as the route takes them */
    static <T> RegisterForm<T> of(RegisterView<T> view, List<Param<String>> params, Request request) {
        Map<String, String> typed = new LinkedHashMap<>();
        params.forEach(param -> typed.put(param.name(), request.get(param).strip()));
        return new RegisterForm<>(view, typed, Faults.none());
    }

    /** Empty when something is wrong, which the faults then tell. */
    Optional<T> read(Request request) {
        try {
            return Optional.of(view.read(BodyReader.read(json(request), view.shape())));
        } catch (BadBody bad) {
            Texts texts = request.texts();
            bad.faults().forEach(fault -> {
                String own = "register." + fault.field() + ".fault";
                faults.add(fault.field(), texts.has(own) ? texts.get(own) : texts.get(fault.what()));
            });
            return Optional.empty();
        }
    }

    /** A field that was left empty is left out. */
    private byte[] json(Request request) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (FormInput input : view.inputs()) {
            String text = typed.getOrDefault(input.name(), "");
            if (!text.isEmpty()) {
                json.put(input.name(), value(input, text, request));
            }
        }
        return JSON.writeValueAsBytes(json);
    }

    /** What refers to nothing stays a text, which is then refused. */
    private Object value(FormInput input, String text, Request request) {
        return switch (input.type()) {
            case FLAG -> Boolean.valueOf(text);
            case REFERENCE ->
                view.referred(request.client(), text).map(id -> (Object) id).orElse(text);
            case TEXT, EMAIL, DATE, CHOICE -> text;
        };
    }

    List<Input> inputs(Texts texts) {
        List<Input> inputs = new ArrayList<>();
        view.inputs().forEach(input -> inputs.add(input.isChosen() ? choice(input, texts) : field(input, texts)));
        return inputs;
    }

    private Input field(FormInput input, Texts texts) {
        Field field = Field.text(input.name(), texts.get(input.label()), value(input), faults)
                .as(input.type().html())
                .helped(help(input, texts));
        return Input.of(field);
    }

    private Input choice(FormInput input, Texts texts) {
        List<Choice.Option> options = input.options().stream()
                .map(option -> new Choice.Option(option, texts.get(input.option(option)), option.equals(value(input))))
                .toList();
        return Input.of(
                Choice.of(input.name(), texts.get(input.label()), options).helped(help(input, texts)));
    }

    private String value(FormInput input) {
        return typed.getOrDefault(input.name(), "");
    }

    private static String help(FormInput input, Texts texts) {
        return texts.has(input.help()) ? texts.get(input.help()) : "";
    }
}
