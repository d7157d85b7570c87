package no.avstemt.web.http;

import java.util.EnumSet;
import java.util.Set;
import no.avstemt.application.access.Caller;
import no.avstemt.application.access.Role;

/**
 * Who may use a route.
 *
 * @param open without signing in; then roles and writing say nothing
 * @param writing only for those who may change something
 */
public record Access(boolean open, Set<Role> roles, boolean writing) {

    public Access {
        roles = Set.copyOf(roles);
        if (!open && roles.isEmpty()) {
            throw new IllegalArgumentException("A route that nobody may use");
        }
    }

    static Access toAll() {
        return new Access(true, EnumSet.allOf(Role.class), false);
    }

    static Access readers() {
        return new Access(false, EnumSet.allOf(Role.class), false);
    }

    static Access writers() {
        return new Access(false, EnumSet.allOf(Role.class), true);
    }

    static Access only(Set<Role> roles, boolean writing) {
        return new Access(false, roles, writing);
    }

    boolean admits(Caller caller) {
        return roles.contains(caller.role()) && (!writing || caller.mayWrite());
    }
}
