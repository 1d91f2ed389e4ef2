#include <stdatomic.h>
#include <stdio.h>

static atomic_int count = ATOMIC_VAR_INIT(0);
static atomic_flag lock = ATOMIC_FLAG_INIT;

int main(void)
{
    atomic_init(&count, 5);
    printf("%d %d\n", atomic_fetch_add(&count, 3), atomic_load(&count));
    printf("%d %d\n", atomic_fetch_sub_explicit(&count, 1, memory_order_relaxed), atomic_load_explicit(&count, memory_order_acquire));
    printf("%d %d %d\n", atomic_fetch_or(&count, 8), atomic_fetch_and(&count, 12), atomic_fetch_xor(&count, 5));
    int expected = 13;
    printf("%d\n", atomic_compare_exchange_strong(&count, &expected, 20));
    printf("%d %d\n", atomic_load(&count), expected);
    expected = 20;
    if (atomic_compare_exchange_weak(&count, &expected, 30)) {
        printf("%d\n", atomic_exchange(&count, 40));
    }
    atomic_store(&count, 1);
    count += 2;
    count++;
    printf("%d\n", count);
    printf("%d %d\n", atomic_flag_test_and_set(&lock), atomic_flag_test_and_set(&lock));
    atomic_flag_clear(&lock);
    printf("%d\n", atomic_flag_test_and_set(&lock));
    _Atomic(unsigned long) wide = 1;
    atomic_fetch_add(&wide, atomic_fetch_add(&wide, 1));
    printf("%lu\n", atomic_load(&wide));
    atomic_thread_fence(memory_order_seq_cst);
    return 0;
}
