// 6.7.4p8: a function that is declared not to return
#include <stdio.h>
#include <stdlib.h>
_Noreturn static void stop(int code) {
    if (code > 0)
        exit(code);
    printf("not stopped\n");
} //~ call-mismatch
int main(void) {
    stop(0);
    return 0;
}
