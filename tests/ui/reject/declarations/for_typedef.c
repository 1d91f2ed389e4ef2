int main(void) {
    for (typedef int t; ; ) return 0; //~ storage-class
}
