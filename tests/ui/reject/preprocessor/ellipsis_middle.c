#define P(...,a) a //~ bad-parameters
int main(void) {
    return 0;
}
