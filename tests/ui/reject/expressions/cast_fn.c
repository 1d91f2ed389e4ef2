int f(void);
int main(void) {
    (int(void))f; //~ invalid-cast
    return 0;
}
