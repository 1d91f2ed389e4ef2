/* Asking for a number, and getting a word.
 *
 *     echo twelve | cglass c-examples/errors/scanf_failed.c
 *     echo 12 | cglass c-examples/errors/scanf_failed.c
 *
 * scanf returns how many values it could read. Here the answer is 0 for the
 * first input, nothing is stored, and 'age' is as empty as before. Most
 * programs never look at that answer.
 *
 * Mend it: if (scanf("%d", &age) != 1) ... and say what is expected.
 */
#include <stdio.h>

int main(void) {
    int age;

    printf("How old are you?\n");
    scanf("%d", &age);
    printf("In ten years you will be %d.\n", age + 10);
    return 0;
}
