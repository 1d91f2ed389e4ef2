_Static_assert(1, 3); //~ syntax-error
int main(void) {
    return 0;
}
