int main() {
    int a = 10;       // 'a' allocated on stack
    int *ptr = malloc(sizeof(int));  // dynamic allocation on heap
    *ptr = 20;
    free(ptr);        // free heap memory
    return 0;
}
