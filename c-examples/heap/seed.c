/* One variable on the stack, one block on the heap.
 *
 *     cglass c-examples/heap/seed.c
 *
 * This is the example of "Memory Management in C and Python", letter by letter
 * (docs/seed.md walks through that text). It includes no header, so nothing
 * declares malloc and free: cglass runs it and says which header is missing.
 * Mend that first, then take the line with free away and look what changes.
 */
int main() {
    int a = 10;       // 'a' allocated on stack
    int *ptr = malloc(sizeof(int));  // dynamic allocation on heap
    *ptr = 20;
    free(ptr);        // free heap memory
    return 0;
}
