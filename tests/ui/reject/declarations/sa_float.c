_Static_assert(1.0, "x"); //~ not-an-integer
int main(void) {
    return 0;
}
