// 6.7.3p6: a volatile object accessed as one that is not
volatile int flag;
struct device {
    volatile int status;
    int plain;
};
int main(void) {
    int *p = (int *)&flag;
    *p = 1; //~ effective-type
    struct device device = {0, 0};
    int status = *(int *)&device.status; //~ effective-type
    return status;
}
