// gcc's older and newer operations on atomic objects. There is one thread: they are the ordinary ones.
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>

struct pair { int a, b; };

static void older(void)
{
    int x = 1;
    unsigned char small = 255;
    printf("%d ", __sync_fetch_and_add(&x, 2));
    printf("%d ", __sync_add_and_fetch(&x, 2));
    printf("%d ", __sync_fetch_and_sub(&x, 1));
    printf("%d ", __sync_sub_and_fetch(&x, 1));
    printf("%d ", __sync_fetch_and_or(&x, 12));
    printf("%d ", __sync_fetch_and_and(&x, 14));
    printf("%d ", __sync_fetch_and_xor(&x, 6));
    printf("%d %d %d ", __sync_or_and_fetch(&x, 1), __sync_and_and_fetch(&x, 7), __sync_xor_and_fetch(&x, 15));
    printf("%d ", __sync_bool_compare_and_swap(&x, 100, 6));
    printf("%d ", __sync_val_compare_and_swap(&x, x, 8));
    printf("%d ", __sync_lock_test_and_set(&x, 1));
    __sync_lock_release(&x);
    __sync_synchronize();
    printf("%d %d %d\n", x, __sync_add_and_fetch(&small, 1), __sync_fetch_and_sub(&small, 1));
}

static void newer(void)
{
    int x = 0, five = 5, other = 0, array[3] = {1, 2, 3}, *p = array;
    char flag = 0;
    __atomic_store_n(&x, 4, __ATOMIC_SEQ_CST);
    __atomic_store(&x, &five, __ATOMIC_RELEASE);
    __atomic_load(&x, &other, __ATOMIC_RELAXED);
    printf("%d %d ", __atomic_load_n(&x, __ATOMIC_ACQUIRE), other);
    printf("%d ", __atomic_exchange_n(&x, 9, __ATOMIC_SEQ_CST));
    __atomic_exchange(&x, &five, &other, __ATOMIC_SEQ_CST);
    printf("%d\n", other);
    int expected = 5, wanted = 11;
    printf("%d ", __atomic_compare_exchange_n(&x, &expected, 10, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED));
    printf("%d ", __atomic_compare_exchange(&x, &expected, &wanted, 1, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED));
    printf("%d\n", expected);
    printf("%d ", __atomic_add_fetch(&x, 1, __ATOMIC_SEQ_CST));
    printf("%d ", __atomic_sub_fetch(&x, 3, __ATOMIC_SEQ_CST));
    printf("%d ", __atomic_fetch_nand(&x, 12, __ATOMIC_SEQ_CST));
    printf("%d %d\n", __atomic_xor_fetch(&x, 1, __ATOMIC_SEQ_CST), __atomic_nand_fetch(&x, 3, __ATOMIC_SEQ_CST));
    // The distance is in bytes.
    __atomic_fetch_add(&p, sizeof *p, __ATOMIC_SEQ_CST);
    printf("%d ", *p);
    __atomic_sub_fetch(&p, sizeof *p, __ATOMIC_SEQ_CST);
    printf("%d\n", *p);
    printf("%d ", __atomic_test_and_set(&flag, __ATOMIC_SEQ_CST));
    printf("%d ", __atomic_test_and_set(&flag, __ATOMIC_SEQ_CST));
    __atomic_clear(&flag, __ATOMIC_SEQ_CST);
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
    __atomic_signal_fence(__ATOMIC_SEQ_CST);
    printf("%d %d\n", flag, __atomic_always_lock_free(sizeof x, 0));
}

static void standard(void)
{
    // Arithmetic on atomic objects wraps (7.17.7.5p3).
    atomic_int most = INT_MAX;
    printf("%d ", atomic_fetch_add(&most, 1));
    printf("%d ", atomic_fetch_sub(&most, 1) == INT_MIN);
    printf("%d\n", atomic_is_lock_free(&most));
    _Atomic(int *) p = NULL;
    int one = 1, *none = NULL;
    printf("%d ", atomic_compare_exchange_strong(&p, &none, &one));
    printf("%d\n", *atomic_exchange(&p, NULL));
    _Atomic struct pair whole = {1, 2};
    struct pair before = atomic_exchange(&whole, ((struct pair){3, 4}));
    struct pair expected = {3, 4};
    printf("%d %d\n", before.b, atomic_compare_exchange_strong(&whole, &expected, before));
    atomic_uchar bits = 6;
    atomic_bool yes = 1;
    atomic_store(&yes, 0);
    printf("%d %d %d\n", atomic_fetch_or(&bits, 1), atomic_fetch_xor(&bits, 255), yes);
}

int main(void)
{
    older();
    newer();
    standard();
    return 0;
}
