static int data = 195;
int main(void) {
    void (*f)(void) = (void (*)(void))&data;
    f(); //~ call-mismatch
    return 0;
}
