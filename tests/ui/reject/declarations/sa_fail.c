_Static_assert(0, "no"); //~ static-assertion
int main(void) {
    return 0;
}
