_Static_assert((void*)1, "x"); //~ not-an-integer
int main(void) {
    return 0;
}
