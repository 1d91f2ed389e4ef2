struct record { char name[4]; int balance; };
int main(void) {
    struct record r = {"abc", 100};
    for (int i = 0; i < 5; i++)
        r.name[i] = 'x'; //~ out-of-bounds
    return r.balance;
}
