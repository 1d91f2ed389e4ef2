static extern int x; //~ storage-class
int main(void) {
    return 0;
}
