typedef static int t; //~ storage-class
int main(void) {
    return 0;
}
