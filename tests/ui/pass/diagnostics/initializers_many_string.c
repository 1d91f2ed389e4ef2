char a[2] = "abc"; //~ string-too-long
int main(void) {
    return 0;
}
