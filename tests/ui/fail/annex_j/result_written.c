// 6.2.4p8: what a function returned cannot be changed
struct text {
    char letters[8];
};
static struct text make(void) {
    struct text text = {"abc"};
    return text;
}
int main(void) {
    for (int i = 0; i < 2; i++)
        make().letters[0] = 'x'; //~ readonly-write
    return 0;
}
