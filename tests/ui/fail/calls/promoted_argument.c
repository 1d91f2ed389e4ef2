static int whole(float x) { return (int)x; }
int main(void) {
    int (*f)() = (int (*)())whole;
    return f(2.0); //~ call-mismatch
}
