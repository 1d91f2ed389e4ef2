int main(void) {
    double d = 1;
    switch (d) { default: return 1; } //~ not-an-integer
}
