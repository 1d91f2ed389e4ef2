#include <string.h>
struct record { char name[8]; int balance; };
int main(void) {
    struct record r;
    r.balance = 1;
    strcpy(r.name, "much too long"); //~ out-of-bounds
    return r.balance;
}
