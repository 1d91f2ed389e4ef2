int main(void) {
    return (static int)10; //~ storage-class
}
