struct record { char name[4]; char other[4]; };
static void fill(char *s, int n) {
    for (int i = 0; i < n; i++) s[i] = '-'; //~ out-of-bounds
}
int main(void) {
    struct record r;
    fill(r.name, 4);
    fill(r.name, 6);
    return 0;
}
