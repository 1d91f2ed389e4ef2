/* A name that runs over into its neighbour.
 *
 *     cglass c-examples/strings/too_long.c
 *
 * The struct has room for seven letters and the '\0'. strcpy does not know
 * that. The rest of the name runs into 'admin', the next member, and a guest
 * becomes an administrator: that is how programs are broken into. Tools that
 * look at whole objects see nothing wrong, for it all stays inside the struct.
 *
 * Mend it: snprintf(u->name, sizeof u->name, "%s", name) cuts what does not fit.
 */
#include <stdio.h>
#include <string.h>

struct user {
    char name[8];
    int admin;
};

static void set_name(struct user *u, const char *name) {
    strcpy(u->name, name);
}

int main(void) {
    struct user guest = {"", 0};

    set_name(&guest, "Bartholomew");
    printf("%s, admin: %s\n", guest.name, guest.admin ? "yes" : "no");
    return 0;
}
