char c = 300; //~ constant-overflow
int main(void) {
    return 0;
}
