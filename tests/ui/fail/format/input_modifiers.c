#include <stdio.h>

int main(void)
{
    int n = 0, at = 0;
    char word[20] = "";
    printf("%d\n", sscanf("12", "%0d", &n)); //~ format-mismatch
    printf("%d\n", sscanf("12", "%d%2n", &n, &at)); //~ format-mismatch
    printf("%d\n", sscanf("abc", "%hs", word)); //~ format-mismatch
    printf("%d\n", sscanf("abc", "%[a-z", word)); //~ format-mismatch
    return 0;
}
//@ native: no, because what these formats do is not defined
