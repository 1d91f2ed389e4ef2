/* Two strings with the same letters are not the same string.
 *
 *     cglass c-examples/strings/compare.c
 *
 * == compares two addresses. 'typed' and 'secret' are two arrays, so their
 * addresses differ, whatever they hold. strcmp compares letters. Its answer is
 * 0 when there is no difference: read it as "the difference is nothing".
 *
 * Nothing here is forbidden: it just does not mean what a beginner wants.
 */
#include <stdio.h>
#include <string.h>

static void compare(const char *left, const char *right) {
    printf("  ==      says %s\n", left == right ? "equal" : "different");
    printf("  strcmp  says %s\n", strcmp(left, right) == 0 ? "equal" : "different");
}

int main(void) {
    char secret[] = "swordfish";
    char typed[] = "swordfish";
    const char *same = secret;

    printf("secret and typed:\n");
    compare(secret, typed);
    printf("secret and another name for it:\n");
    compare(secret, same);
    printf("\"apple\" before \"banana\": %s\n", strcmp("apple", "banana") < 0 ? "yes" : "no");
    return 0;
}
