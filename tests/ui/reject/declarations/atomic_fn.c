_Atomic(int(void)) *x; //~ invalid-atomic
int main(void) {
    return 0;
}
