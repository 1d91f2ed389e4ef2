// 6.5.7p4, 6.6p4: a shift into the sign, or of a negative value, makes no constant
//@ options: --pedantic-errors
static int into_the_sign = 1 << 31;   //~ invalid-shift
static int both = 3 << 30;            //~ invalid-shift
static int of_negative = -1 << 2;     //~ invalid-shift
static int beyond = 7 << 30;          //~ invalid-shift
static unsigned unsigned_one = 3u << 30;
static long long_one = 3L << 30;
int main(void) {
    return into_the_sign + both + of_negative + beyond == (int)unsigned_one + (int)long_one;
}
