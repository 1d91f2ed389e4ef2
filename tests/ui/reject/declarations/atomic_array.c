_Atomic(int[3]) x; //~ invalid-atomic
int main(void) {
    return 0;
}
