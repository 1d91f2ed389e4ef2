#define A 1
#define A 2 //~ macro-redefined
int main(void) {
    return 0;
}
