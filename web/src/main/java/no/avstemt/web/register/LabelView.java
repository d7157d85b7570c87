package no.avstemt.web.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.avstemt.application.register.KeepRegister;
import no.avstemt.application.register.Register.Stored;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.register.Label;
import no.avstemt.web.api.Body;
import no.avstemt.web.api.Kind;
import no.avstemt.web.api.Resource;
import no.avstemt.web.api.Shape;

/** Projects, departments, assets, tags and items: nothing but number and name. */
record LabelView(DimensionType dimension, KeepRegister<Label> keep) implements RegisterView<Label> {

    static final List<DimensionType> TYPES = List.of(
            DimensionType.PROJECT,
            DimensionType.DEPARTMENT,
            DimensionType.ASSET,
            DimensionType.TAG,
            DimensionType.ITEM);

    @Override
    public String path() {
        return dimension.apiName() + "s";
    }

    private String resourceName() {
        String name = dimension.apiName();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    @Override
    public Shape shape() {
        return Shape.of("Written" + resourceName(), Labels.NUMBER, Labels.NAME, Labels.ACTIVE);
    }

    @Override
    public Label read(Body body) {
        return Labels.read(body);
    }

    @Override
    public Resource<Stored<Label>> resource() {
        return Resource.<Stored<Label>>named(resourceName())
                .with("id", Kind.id(), Stored::id)
                .with("number", Labels.NUMBER_KIND, stored -> stored.thing().number())
                .with("name", Labels.NAME_KIND, stored -> stored.thing().name())
                .with("active", Kind.flag(), stored -> stored.thing().active());
    }

    @Override
    public List<FormInput> inputs() {
        return List.of(FormInput.text("number"), FormInput.text("name"), Labels.ACTIVE_INPUT);
    }

    @Override
    public Map<String, String> filled(Label thing) {
        return Labels.filled(thing);
    }

    @Override
    public Map<String, String> usual() {
        return Map.of("active", "true");
    }

    @Override
    public List<ListColumn<Label>> columns() {
        List<ListColumn<Label>> columns = new ArrayList<>(Labels.columns(label -> label));
        columns.add(Labels.status(Label::active));
        return columns;
    }

    @Override
    public String title(Label thing) {
        return Labels.title(thing);
    }

    @Override
    public List<String> doubts(Label thing) {
        return List.of();
    }

    @Override
    public Optional<DimensionType> type() {
        return Optional.of(dimension);
    }
}
