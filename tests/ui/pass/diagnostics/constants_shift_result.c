// 6.5.7p4: gcc tells of bits that are lost; it is silent about a bit that comes into the sign
static int beyond = 7 << 30; //~ invalid-shift
static int both = 3 << 30;
int main(void) {
    int three = 3, thirty = 30;
    return (three << thirty) != both || beyond != both;
}
