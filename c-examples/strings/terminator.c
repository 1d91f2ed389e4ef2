/* A string ends with a zero, or it does not end.
 *
 *     cglass c-examples/strings/terminator.c
 *
 * strncpy copies at most so many characters, and when the text is as long as
 * that it adds no '\0'. Then 'code' is five letters, but no string: printf
 * reads on behind the array until it meets a zero somewhere.
 *
 * Mend it: make the array one larger and end it yourself, or use snprintf,
 * which always writes the '\0'.
 */
#include <stdio.h>
#include <string.h>

int main(void) {
    char code[5];

    strncpy(code, "CS101", sizeof code);
    printf("course: %s\n", code);
    return 0;
}
