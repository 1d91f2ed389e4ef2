//@ stdin: 1 5\nx\n2\n3\n
#include <stdio.h>

int main(void) {
    int choice, total = 0, n;
    while (printf("> "), scanf("%d", &choice) != EOF) {
        if (choice == 3) break;
        if (choice == 1 && scanf("%d", &n) == 1) total += n;
        int c;
        while ((c = getchar()) != '\n' && c != EOF)
            if (c != ' ') printf("(%c)", c);
        printf("%d\n", total);
        choice = 0;
    }
    puts("bye");
    return 0;
}
