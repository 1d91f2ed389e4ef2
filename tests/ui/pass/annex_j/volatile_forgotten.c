// 6.7.3p6: volatile given back, or added only by the pointer
//@ options: -W all=error
volatile int flag;
struct device {
    volatile int status;
    int plain;
};
int main(void) {
    int *p = (int *)&flag;
    volatile int *again = p;
    *again = 0;
    int plain = 0;
    volatile int *seen = &plain;
    *(int *)seen = 0;
    struct device device = {0, 0};
    int *other = &device.plain;
    *other = *(volatile int *)&device.status;
    return *again + *other + plain;
}
