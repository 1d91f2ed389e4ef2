#include <stdio.h>
static void fill(char *row, int n) {
    for (int i = 0; i < n; i++) row[i] = '.'; //~ out-of-bounds
}
int main(void) {
    char board[3][4];
    fill(board[0], 4);
    fill(board[1], 5);
    char *last = board[2];
    last[-1] = '\0'; //~ out-of-bounds
    printf("%.4s\n", board[0]);
    return 0;
}
