struct view { int *data; int n; };
static struct view make(void) {
    int data[3] = {1, 2, 3};
    struct view v = {data, 3};
    return v;
}
int main(void) {
    struct view v = make();
    int sum = 0;
    for (int i = 0; i < v.n; i++) sum += v.data[i]; //~ use-after-return
    return sum;
}
