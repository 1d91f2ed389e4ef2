/* A freed address is given out again.
 *
 *     cglass c-examples/errors/use_after_free.c
 *
 * After free(name) the pointer still holds the old address. The allocator
 * gives the same place to the next one who asks for a block of that size. So
 * the old pointer now leads into somebody else's data. On a real machine this
 * prints the other text without any complaint: a wrong value, far away from
 * the mistake.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    char *name = malloc(16);
    strcpy(name, "Ada");
    printf("name: %s\n", name);
    free(name);

    char *password = malloc(16); /* the same 16 bytes */
    strcpy(password, "secret");

    printf("name: %s\n", name); /* reads the password */
    free(password);
    return 0;
}
